// Beside the document, also behind a path prefix.
Redoc.init(
  "openapi?format=json",
  {
    hideDownloadButton: true,
    expandResponses: "200,201",
    requiredPropsFirst: true,
    theme: { typography: { fontFamily: "sans-serif", headings: { fontFamily: "sans-serif" } } },
  },
  document.getElementById("reference"),
);
