package com.cottonerp.defaults.reference;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Serves {@code /reference}: one page that shows the document of the program. What it needs comes
 * with the program and nothing from anywhere else. Thread-safe.
 *
 * <p>WHY beside Swagger's page: this one shows everything at once, to be read, searched and
 * printed; Swagger's page sends requests.
 */
@ApplicationScoped
class ReferencePage {
  // The renderer writes styles into the page and searches in a worker; it asks no other host.
  private static final String ALLOWED =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline';"
          + " img-src 'self' data:; worker-src blob:; frame-ancestors 'none'";

  void register(@Observes ManagementInterface management) {
    Router router = management.router();
    serve(router, "/reference", "index.html", "text/html; charset=utf-8");
    serve(router, "/reference/start.js", "start.js", "text/javascript; charset=utf-8");
    serve(router, "/reference/redoc.js", "redoc.standalone.js", "text/javascript; charset=utf-8");
  }

  private static void serve(Router router, String path, String file, String type) {
    Buffer content = read(file);
    router
        .get(path)
        .handler(
            request ->
                request
                    .response()
                    .putHeader("Content-Type", type)
                    .putHeader("Content-Security-Policy", ALLOWED)
                    .end(content));
  }

  private static Buffer read(String file) {
    try (InputStream content = ReferencePage.class.getResourceAsStream("/reference/" + file)) {
      return Buffer.buffer(content.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
