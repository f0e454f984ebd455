package com.cottonerp.partners.identity;

import com.cottonerp.defaults.validation.PhoneNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
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
  private static final int BANK = 4;

  /** Another normalisation makes other hashes, so it is another key. */
  private static final String KEY_ID_OF = "key id, third normalisation";

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

  /**
   * @param account an account with its branch, as {@link #account} has it
   */
  public IdentityKeys of(String pan, String taxId, String phone, String email, String account) {
    return new IdentityKeys(
        ofIdentifier(pan),
        ofIdentifier(taxId),
        ofPhone(phone),
        companyDomain(email),
        keyId,
        ofIdentifier(account));
  }

  /** The key of a PAN, GSTIN or other tax id; null for none. */
  public String ofIdentifier(String identifier) {
    if (identifier == null) {
      return null;
    }
    String normalised = identifier.replaceAll("[\\s\\p{Z}]", "").toUpperCase(Locale.ROOT);
    return normalised.isEmpty() ? null : hash(normalised);
  }

  /**
   * As E.164; a number that is none, from before numbers were checked, by its digits. A national
   * number is one of India.
   */
  private String ofPhone(String phone) {
    if (phone == null) {
      return null;
    }
    String digits =
        PhoneNumbers.normalised(phone, "IN")
            .orElse(phone)
            .replaceAll("[^0-9]", "")
            .replaceFirst("^0+", "");
    return digits.length() < SHORTEST_PHONE ? null : hash(digits);
  }

  /**
   * The same text for one account, however many zeros stand in front of its number. By the bank,
   * the first four letters of an IFSC: the branch of an account may change.
   */
  public static String account(String number, String routingCode) {
    return routingCode.substring(0, BANK) + "/" + number.replaceFirst("^0+(?=.)", "");
  }

  /** The domain of an e-mail address; null when it is a provider of free mail. */
  public static String companyDomain(String email) {
    String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return FreeMail.isProvider(domain) ? null : domain;
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
