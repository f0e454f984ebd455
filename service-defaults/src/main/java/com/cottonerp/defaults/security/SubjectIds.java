package com.cottonerp.defaults.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id under which every service knows a user: it follows from the issuer and the subject of the
 * token, tells neither, and is the same in all services. A name or an e-mail address may change or
 * go to somebody else; a subject does neither. Pure.
 */
public final class SubjectIds {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  private SubjectIds() {}

  /** A UUID of version 8 (RFC 9562), made of the first bytes of a SHA-256. */
  public static UUID of(String issuer, String subject) {
    // The length keeps apart what two pairs would have in common when only written together.
    ByteBuffer hash = ByteBuffer.wrap(sha256(issuer.length() + ":" + issuer + subject));
    long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
    long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /**
   * Whether a stored text is such an id. Earlier versions stored what the token called the user,
   * which may be a UUID as well, of another version.
   */
  public static boolean isId(String text) {
    return UUID_TEXT.matcher(text).matches();
  }

  /**
   * What an answer shows of a stored user: the id, or nothing of the name of an earlier version.
   */
  public static String shown(String stored) {
    return stored != null && isId(stored) ? stored : null;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
