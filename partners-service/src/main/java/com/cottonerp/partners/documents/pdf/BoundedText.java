package com.cottonerp.partners.documents.pdf;

import java.io.IOException;
import java.io.Writer;

/** Keeps the first characters that are written to it, and ends the writing when it is full. */
final class BoundedText extends Writer {
  private final int limit;
  private final StringBuilder kept = new StringBuilder();

  BoundedText(int limit) {
    this.limit = limit;
  }

  /** Nothing more is kept. */
  static final class Full extends IOException {
    private static final long serialVersionUID = 1;
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    int room = limit - kept.length();
    kept.append(characters, offset, Math.min(length, room));
    if (length > room) {
      throw new Full();
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return kept.toString();
  }
}
