package com.cottonerp.partners.documents;

import com.cottonerp.partners.documenttypes.DocumentType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file as it was handed in; of which kind it is, its bytes say. */
public record UploadedFile(
    DocumentType type, String name, FileType kind, byte[] content, String sha256) {
  public static final int MAX_BYTES = 10 * 1024 * 1024;

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
