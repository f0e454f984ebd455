package com.cottonerp.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * Signs tokens for one machine, with a key that is made on this machine and never leaves it. A
 * program in the production profile refuses this issuer.
 */
public final class DevelopmentIssuer implements Tokens {
  public static final String ISSUER = "https://development-issuer.cotton-erp.example";

  /**
   * The exponent of every development key. WHY not the usual exponent: a program in production
   * recognises a development key by this exponent, in every file and every key set.
   */
  private static final BigInteger EXPONENT = BigInteger.valueOf(65_539);

  static final Set<String> ALL_PERMISSIONS =
      Set.of(
          "ORG_CREATE",
          "ORG_READ",
          "ORG_UPDATE",
          "ORG_DELETE",
          "PARTNER_CREATE",
          "PARTNER_READ",
          "PARTNER_UPDATE",
          "PARTNER_DELETE",
          "PARTNER_APPROVE",
          "PARTNER_APPROVE_DIRECTOR",
          "PARTNER_VERIFY_GST",
          "PARTNER_MANAGE_BANK_ACCOUNTS",
          "PARTNER_VIEW_SENSITIVE",
          "COMMODITY_CREATE",
          "COMMODITY_READ",
          "COMMODITY_UPDATE",
          "COMMODITY_DELETE",
          "COMMODITY_UPDATE_PRICE",
          "COMMODITY_MANAGE_SPECIFICATIONS",
          "COMMODITY_MANAGE_HSN",
          "LOCATION_CREATE",
          "LOCATION_READ",
          "LOCATION_UPDATE",
          "LOCATION_DELETE",
          "AVAILABILITY_CREATE",
          "AVAILABILITY_READ",
          "AVAILABILITY_UPDATE",
          "AVAILABILITY_APPROVE",
          "AVAILABILITY_RESERVE",
          "AVAILABILITY_RELEASE",
          "AVAILABILITY_MARK_SOLD",
          "AVAILABILITY_CANCEL",
          "REQUIREMENT_CREATE",
          "REQUIREMENT_READ",
          "REQUIREMENT_UPDATE",
          "REQUIREMENT_CANCEL",
          "REQUIREMENT_FULFILL",
          "MATCHING_MANUAL",
          "MATCHING_EXECUTE",
          "MATCHING_CONFIGURE_RULES",
          "TRADE_READ",
          "TRADE_CREATE",
          "TRADE_UPDATE",
          "TRADE_ON_BEHALF",
          "ADMIN_VIEW_ALL_DATA",
          "ADMIN_MANAGE_USERS",
          "SYSTEM_CONFIGURE",
          "OUTBOX_REPLAY",
          "AUDIT_READ");

  private final PrivateKey privateKey;
  private final PublicJsonWebKey publicKey;
  private final Path publicKeyFile;

  private DevelopmentIssuer(PrivateKey privateKey, Path publicKeyFile)
      throws IOException, GeneralSecurityException, JoseException {
    this.privateKey = privateKey;
    this.publicKey = PublicJsonWebKey.Factory.newPublicJwk(publicKey(publicKeyFile));
    publicKey.setKeyId(publicKey.calculateBase64urlEncodedThumbprint("SHA-256"));
    publicKey.setUse("sig");
    publicKey.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
    this.publicKeyFile = publicKeyFile;
  }

  /** Reads the key pair from the folder, or makes a key pair. */
  public static DevelopmentIssuer in(Path folder) {
    Path privateKeyFile = folder.resolve("development-issuer.private.pem");
    Path publicKeyFile = folder.resolve("development-issuer.public.pem");
    try {
      if (!Files.exists(privateKeyFile) || !isMarked(publicKeyFile)) {
        Files.createDirectories(folder);
        Files.deleteIfExists(privateKeyFile);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(new RSAKeyGenParameterSpec(2048, EXPONENT));
        KeyPair pair = generator.generateKeyPair();
        Files.writeString(publicKeyFile, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        Files.createFile(
            privateKeyFile,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(privateKeyFile, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
      }
      return new DevelopmentIssuer(privateKey(privateKeyFile), publicKeyFile);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (GeneralSecurityException | JoseException failure) {
      throw new IllegalStateException("The development key pair is not usable", failure);
    }
  }

  // A key of an older version lacks this exponent.
  private static boolean isMarked(Path file) throws IOException, GeneralSecurityException {
    return publicKey(file) instanceof RSAPublicKey key && key.getPublicExponent().equals(EXPONENT);
  }

  Path publicKeyFile() {
    return publicKeyFile;
  }

  @Override
  public String token(
      String userId, Set<String> permissions, Optional<UUID> partnerId, Duration lifetime) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setSubject(userId);
    claims.setGeneratedJwtId();
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(lifetime.toMinutes());
    claims.setStringListClaim("groups", List.copyOf(permissions));
    claims.setStringClaim("upn", userId);
    claims.setStringClaim("user_type", partnerId.isPresent() ? "EXTERNAL" : "INTERNAL");
    partnerId.ifPresent(id -> claims.setStringClaim("partner_id", id.toString()));
    return sign(claims);
  }

  private String sign(JwtClaims claims) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signature.setHeader("typ", "JWT");
    signature.setKeyIdHeaderValue(publicKey.getKeyId());
    signature.setKey(privateKey);
    signature.setPayload(claims.toJson());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException failure) {
      throw new IllegalStateException("The token could not be signed", failure);
    }
  }

  /** The permissions of all endpoints. */
  public static Set<String> allPermissions() {
    return ALL_PERMISSIONS;
  }

  /** The public key as a JSON Web Key Set. */
  String jwks() {
    return new JsonWebKeySet(publicKey).toJson();
  }

  private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(decoded(file)));
  }

  private static PublicKey publicKey(Path file) throws IOException, GeneralSecurityException {
    return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(decoded(file)));
  }

  private static byte[] decoded(Path file) throws IOException {
    return Base64.getMimeDecoder()
        .decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
  }

  private static String pem(String kind, byte[] encoded) {
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(
            kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded), kind);
  }
}
