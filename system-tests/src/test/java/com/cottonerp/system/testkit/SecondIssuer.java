package com.cottonerp.system.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cottonerp.platform.testkit.TestAuthority;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An identity provider of somebody else, with claims of its own, that changes its keys. */
public final class SecondIssuer implements AutoCloseable {
  public static final String AUDIENCE = "cotton-erp";

  private final HttpsServer server;
  private final TestAuthority authority;
  private volatile RsaJsonWebKey key = newKey();

  /**
   * @param authority signs its certificate
   */
  public SecondIssuer(TestAuthority authority, TestAuthority.Server localhost) {
    this.authority = authority;
    try {
      server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(localhost.context()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext(
        "/keys",
        call -> {
          byte[] keys = new JsonWebKeySet(key).toJson().getBytes(UTF_8);
          call.getResponseHeaders().set("Content-Type", "application/json");
          call.sendResponseHeaders(200, keys.length);
          try (call) {
            call.getResponseBody().write(keys);
          }
        });
    server.start();
  }

  /** How a program is told of it. */
  public Map<String, String> environment() {
    return Map.of(
        "OIDC_ISSUER",
        name(),
        "OIDC_JWKS_URL",
        name() + "/keys",
        "OIDC_AUDIENCE",
        AUDIENCE,
        "SMALLRYE_JWT_CLIENT_TLS_CERTIFICATE_PATH",
        authority.certificate().toString(),
        "OIDC_PERMISSIONS_CLAIM",
        "realm_access/roles",
        "OIDC_USER_TYPE_CLAIM",
        "https://cotton-erp.example/kind");
  }

  private String name() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  /** From now on it signs with a new key, and does not tell the old one any more. */
  public void changeKeys() {
    key = newKey();
  }

  public String token(String audience, String... permissions) {
    return token(audience, key, permissions);
  }

  /** With a key that the issuer never told. */
  public String forgedToken(String... permissions) {
    return token(AUDIENCE, newKey(), permissions);
  }

  private String token(String audience, RsaJsonWebKey signingKey, String... permissions) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(name());
    claims.setAudience(audience);
    claims.setSubject("somebody");
    claims.setGeneratedJwtId();
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(10);
    claims.setClaim("realm_access", Map.of("roles", List.of(permissions)));
    claims.setClaim("https://cotton-erp.example/kind", "INTERNAL");
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signature.setKeyIdHeaderValue(signingKey.getKeyId());
    signature.setKey(signingKey.getPrivateKey());
    signature.setPayload(claims.toJson());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static RsaJsonWebKey newKey() {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId(UUID.randomUUID().toString());
      key.setUse("sig");
      key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
      return key;
    } catch (JoseException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
