package com.cottonerp.partners.documents;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads text files and PDFs that carry their text; it recognises nothing in pictures. */
@DefaultBean
@ApplicationScoped
class LocalTextExtractor implements DocumentTextExtractor {
  private static final int MAX_PAGES = 20;

  @Override
  public String extract(String mimeType, byte[] content) throws IOException {
    if (mimeType.startsWith("text/")) {
      return new String(content, StandardCharsets.UTF_8);
    }
    if (mimeType.equals("application/pdf")) {
      return textOfPdf(content);
    }
    throw new IOException("No text can be read from " + mimeType + " here");
  }

  private static String textOfPdf(byte[] content) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(content)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setEndPage(MAX_PAGES);
      return stripper.getText(pdf);
    }
  }
}
