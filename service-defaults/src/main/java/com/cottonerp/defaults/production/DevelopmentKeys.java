package com.cottonerp.defaults.production;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * Tells the keys of development issuers from all others. Each machine makes its own, so there is no
 * list of them: they have a public exponent that no identity provider uses, which stays with a key
 * in whatever file, set or certificate it is put.
 */
final class DevelopmentKeys {
  static final BigInteger EXPONENT = BigInteger.valueOf(65_539);
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----([^-]+)-----END", Pattern.DOTALL);

  private DevelopmentKeys() {}

  /** Whether one of the keys in a PEM file or a JWKS is of a development issuer. */
  static boolean anyIn(String file) throws GeneralSecurityException, JoseException {
    return keys(file).stream()
        .anyMatch(
            key -> key instanceof RSAPublicKey rsa && rsa.getPublicExponent().equals(EXPONENT));
  }

  private static List<PublicKey> keys(String file) throws GeneralSecurityException, JoseException {
    Matcher pem = PEM.matcher(file);
    List<PublicKey> keys = new ArrayList<>();
    while (pem.find()) {
      byte[] encoded = Base64.getMimeDecoder().decode(pem.group(2));
      keys.add(pem.group(1).equals("CERTIFICATE") ? certified(encoded) : plain(encoded));
    }
    return keys.isEmpty() ? inSet(file.strip()) : keys;
  }

  private static PublicKey certified(byte[] certificate) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(certificate))
        .getPublicKey();
  }

  private static PublicKey plain(byte[] encoded) throws GeneralSecurityException {
    GeneralSecurityException last = null;
    for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
      } catch (GeneralSecurityException another) {
        last = another;
      }
    }
    throw last;
  }

  // The library that checks tokens takes a set, a single key, and both in Base64.
  private static List<PublicKey> inSet(String text) throws JoseException {
    String json =
        text.startsWith("{")
            ? text
            : new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    List<JsonWebKey> keys =
        json.contains("\"keys\"")
            ? new JsonWebKeySet(json).getJsonWebKeys()
            : List.of(JsonWebKey.Factory.newJwk(json));
    if (keys.isEmpty()) {
      throw new JoseException("The set has no key");
    }
    return keys.stream()
        .map(JsonWebKey::getKey)
        .filter(PublicKey.class::isInstance)
        .map(PublicKey.class::cast)
        .toList();
  }
}
