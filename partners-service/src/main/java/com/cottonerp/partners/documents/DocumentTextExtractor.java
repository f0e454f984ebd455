package com.cottonerp.partners.documents;

import java.io.IOException;

/**
 * Reads the text of a file. May take long and may block: called on a worker thread. A deployment
 * with an OCR service provides its own bean.
 */
public interface DocumentTextExtractor {
  /** The text, or a failure that says why there is none. */
  String extract(String mimeType, byte[] content) throws IOException;
}
