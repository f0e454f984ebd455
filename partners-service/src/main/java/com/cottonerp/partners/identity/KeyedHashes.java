package com.cottonerp.partners.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * HMAC-SHA-256 of normalised values, so that others can test for equality and nothing else. A value
 * in which nothing is left after normalisation has no hash: it would be everybody's. Thread-safe.
 */
@ApplicationScoped
public class KeyedHashes {
  private static final int SHORTEST_KEY = 32;
  private static final int SHORTEST_PHONE = 7;

  /** Another normalisation makes other hashes, so it is another key. */
  private static final String KEY_ID_OF = "key id, second normalisation";

  private static final Set<String> FREE_MAIL =
      Set.of(
          "gmail.com",
          "yahoo.com",
          "hotmail.com",
          "outlook.com",
          "rediffmail.com",
          "ymail.com",
          "live.com",
          "aol.com",
          "protonmail.com",
          "zoho.com",
          "icloud.com",
          "mail.com");

  private final SecretKeySpec key;
  private final String keyId;

  KeyedHashes(@ConfigProperty(name = "partners.pii-hash-key") String key) {
    if (key.length() < SHORTEST_KEY) {
      throw new IllegalStateException(
          "PII_HASH_KEY needs at least " + SHORTEST_KEY + " characters");
    }
    this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    this.keyId = hash(KEY_ID_OF).substring(0, 8);
  }

  /** Which secret and which normalisation made a hash; tells nothing of the secret. */
  public String keyId() {
    return keyId;
  }

  public IdentityKeys of(String pan, String taxId, String phone, String email) {
    return new IdentityKeys(
        ofIdentifier(pan), ofIdentifier(taxId), ofPhone(phone), companyDomain(email), keyId);
  }

  /** The key of a PAN, GSTIN or other tax id; null for none. */
  public String ofIdentifier(String identifier) {
    if (identifier == null) {
      return null;
    }
    String normalised = identifier.replaceAll("[\\s\\p{Z}]", "").toUpperCase(Locale.ROOT);
    return normalised.isEmpty() ? null : hash(normalised);
  }

  // Digits only, with the country code of India where a national number was given.
  private String ofPhone(String phone) {
    String digits = phone == null ? "" : phone.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    if (digits.length() < SHORTEST_PHONE) {
      return null;
    }
    return hash(digits.length() == 10 ? "91" + digits : digits);
  }

  /** The domain of an e-mail address; null when it is a provider of free mail. */
  public static String companyDomain(String email) {
    String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return FREE_MAIL.contains(domain) ? null : domain;
  }

  private String hash(String normalised) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(normalised.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
