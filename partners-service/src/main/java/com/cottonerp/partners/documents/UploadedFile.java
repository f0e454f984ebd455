package com.cottonerp.partners.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file as it was handed in. */
record UploadedFile(DocumentType type, String name, String mimeType, byte[] content) {
  static final int MAX_BYTES = 10 * 1024 * 1024;

  String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
