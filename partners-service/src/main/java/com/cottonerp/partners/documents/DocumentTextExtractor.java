package com.cottonerp.partners.documents;

import java.io.IOException;

/**
 * Reads the text of a PDF or of a picture; plain texts are read without it. {@link Readers} calls
 * it on threads of its own, a few at a time. It may block: it is interrupted when its time is up,
 * and its result is ignored after that. A deployment with an OCR service provides its own bean.
 */
public interface DocumentTextExtractor {
  /**
   * The text.
   *
   * @throws IOException says in words for a person why there is none; whatever else is thrown is
   *     taken for a file that could not be read
   */
  String extract(String mimeType, byte[] content) throws IOException, InterruptedException;
}
