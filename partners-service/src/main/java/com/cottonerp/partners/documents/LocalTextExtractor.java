package com.cottonerp.partners.documents;

import com.cottonerp.partners.documents.pdf.PdfReader;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads PDFs that carry their text; it recognises nothing in pictures. */
@DefaultBean
@ApplicationScoped
class LocalTextExtractor implements DocumentTextExtractor {
  private static final Duration AFTER_THE_DEADLINE = Duration.ofSeconds(1);

  private final PdfReader pdfs;

  LocalTextExtractor(
      @ConfigProperty(name = "partners.documents.reading-time") Duration readingTime) {
    this.pdfs = new PdfReader(readingTime.plus(AFTER_THE_DEADLINE));
  }

  @Override
  public String extract(String mimeType, byte[] content) throws IOException, InterruptedException {
    if (mimeType.equals(FileType.PDF.mimeType())) {
      return pdfs.textOf(content);
    }
    throw new IOException("No text can be read from " + mimeType + " here");
  }
}
