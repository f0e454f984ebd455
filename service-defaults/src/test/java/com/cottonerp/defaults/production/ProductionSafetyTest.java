package com.cottonerp.defaults.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionSafetyTest {
  @TempDir private Path folder;
  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void allIsWell() {
    settings.put("mp.jwt.verify.issuer", "https://identity.example.com/realms/cotton");
    settings.put("mp.jwt.verify.audiences", "cotton-erp");
    settings.put("mp.jwt.verify.publickey.location", "https://identity.example.com/certs");
    settings.put("quarkus.datasource.username", "settings_app");
    settings.put("quarkus.datasource.password", "Zo5ai8ue");
    settings.put("relay.sources.risk.url", "jdbc:postgresql://db/cotton_erp");
    settings.put("relay.sources.risk.user", "outbox_relay");
    settings.put("relay.sources.risk.password", "eiv1Geip");
    settings.put("relay.sources.risk.ssl-mode", "require");
    settings.put("partners.pii-hash-key", "Tuo4eighoo1Ohd3keiNg9ohZ8aiphaeN");
    settings.put("database.ssl-mode", "require");
  }

  @Test
  void settings_of_production_are_taken() {
    assertThat(violations()).isEmpty();
  }

  @Test
  void everything_that_is_wrong_is_said_at_once_with_the_variable_that_mends_it() {
    settings.clear();
    settings.put("quarkus.datasource.password", "partners_app");
    settings.put("relay.sources.risk.password", "outbox_relay");
    settings.put("partners.pii-hash-key", "a-key-for-this-machine-only-0123456789");
    settings.put("database.ssl-mode", "disable");

    assertThat(violations().stream().map(text -> text.replaceAll("[ =:].*", "")))
        .containsExactlyInAnyOrder(
            "OIDC_ISSUER",
            "OIDC_AUDIENCE",
            "OIDC_JWKS_URL",
            "DATABASE_PASSWORD",
            "OUTBOX_RELAY_PASSWORD",
            "PII_HASH_KEY",
            "DATABASE_SSL_MODE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://development-issuer.cotton-erp.example",
        "https://development-issuer.cotton-erp.example/",
        "HTTPS://Development-Issuer.cotton-erp.example",
        "http://identity.example.com",
        "identity.example.com"
      })
  void an_issuer_is_an_address_with_tls_and_not_that_of_development(String issuer) {
    settings.put("mp.jwt.verify.issuer", issuer);

    assertOnly("OIDC_ISSUER");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://identity.example.com/certs",
        "HTTP://identity.example.com/certs",
        "Https://identity.example.com/certs",
        "https:///certs",
        "classpath:keys.pem",
        "jar:http://identity.example.com/keys.jar!/key",
        "ftp://identity.example.com/certs",
        "META-INF/keys.pem",
        "there-is-no-such-file.pem",
        "file:there-is-no-such-file.pem"
      })
  void keys_come_from_an_address_with_tls_or_from_a_file(String location) {
    settings.put("mp.jwt.verify.publickey.location", location);

    assertOnly("OIDC_JWKS_URL");
  }

  @ParameterizedTest
  @CsvSource({
    "mp.jwt.verify.publickey, MIIB",
    "smallrye.jwt.verify.secretkey, secret",
    "smallrye.jwt.verify.key.location, keys.pem",
    "smallrye.jwt.client.tls.trust-all, true"
  })
  void there_is_no_other_way_to_a_key(String setting, String value) {
    settings.put(setting, value);

    assertOnly(setting);
  }

  @Test
  void keys_of_an_identity_provider_are_taken_from_a_file_of_every_kind()
      throws IOException, GeneralSecurityException, JoseException {
    PublicKey rsa = rsa(RSAKeyGenParameterSpec.F4);
    KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
    curve.initialize(new ECGenParameterSpec("secp256r1"));
    PublicKey ec = curve.generateKeyPair().getPublic();

    for (String contents : List.of(pem(rsa), pem(ec), set(rsa, ec), base64(set(rsa)))) {
      keysIn(contents);
      assertThat(violations()).as(contents).isEmpty();
    }
  }

  @Test
  void a_key_of_a_development_issuer_is_known_in_every_kind_of_file()
      throws IOException, GeneralSecurityException, JoseException {
    PublicKey development = rsa(DevelopmentKeys.EXPONENT);
    PublicKey other = rsa(RSAKeyGenParameterSpec.F4);

    for (String contents :
        List.of(
            pem(development),
            pem(other) + pem(development),
            set(other, development),
            base64(set(development)),
            PublicJsonWebKey.Factory.newPublicJwk(development).toJson())) {
      keysIn(contents);
      assertOnly("OIDC_JWKS_URL");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "no keys", "{\"keys\": []}", "-----BEGIN PUBLIC KEY-----AAAA-----END"})
  void a_file_without_keys_is_refused(String contents) throws IOException {
    keysIn(contents);

    assertOnly("OIDC_JWKS_URL");
  }

  @Test
  void a_token_for_the_relay_is_not_of_the_development_issuer() throws IOException {
    String claims = "{\"iss\": \"" + IdentityRules.DEVELOPMENT_ISSUER + "\"}";
    Path file = Files.writeString(folder.resolve("token"), "e30." + base64(claims) + ".c2ln\n");
    settings.put("inbox.relay-token-file", file.toString());

    assertOnly("RELAY_TOKEN_FILE");
  }

  @Test
  void a_password_is_not_the_name_of_its_role() {
    settings.put("relay.sources.risk.user", "relay_of_risk");
    settings.put("relay.sources.risk.password", "relay_of_risk");

    assertOnly("OUTBOX_RELAY_PASSWORD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"disable", "prefer", "allow", "REQUIRE", "verify-full"})
  void what_is_weaker_than_encrypted_or_verifies_with_nothing_is_refused(String mode) {
    settings.put("database.ssl-mode", mode);

    assertOnly("DATABASE_SSL_MODE");
  }

  @Test
  void a_way_that_something_else_encrypts_is_allowed_by_a_word_of_its_own() {
    settings.put("database.ssl-mode", "disable");
    settings.put("relay.sources.risk.ssl-mode", "disable");
    settings.put("database.allow-plaintext", "true");

    assertThat(violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "relay.sources.risk.url, jdbc:postgresql://db/cotton_erp?sslmode=disable",
    "relay.sources.risk.url, jdbc:postgresql://db/cotton_erp?ApplicationName=x&sslmode=prefer",
    "quarkus.datasource.jdbc.url, jdbc:postgresql://db/cotton_erp?sslmode=allow",
    "quarkus.datasource.jdbc.url, jdbc:postgresql://db/cotton_erp?%73slmode=%64isable",
    "quarkus.datasource.jdbc.url, jdbc:postgresql://db/cotton_erp?sslmode=require&sslmode=disable",
    "quarkus.datasource.jdbc.url,"
        + " jdbc:postgresql://db/cotton_erp?sslfactory=org.postgresql.ssl.NonValidatingFactory",
    "quarkus.datasource.jdbc.url,"
        + " jdbc:postgresql://db/cotton_erp?ApplicationName=x&sslhostnameverifier=com.example.Any",
    "quarkus.datasource.jdbc.url, jdbc:postgresql://db/cotton_erp?sslrootcert=/tmp/other.pem",
    "quarkus.datasource.jdbc.url, jdbc:postgresql://db/cotton_erp?socketFactory=com.example.Tap",
    "quarkus.datasource.jdbc.url, jdbc:postgresql:///?service=other",
    "quarkus.datasource.jdbc.url, jdbc:postgresql://db/cotton_erp?ssl",
    "relay.sources.risk.url,"
        + " jdbc:postgresql://db/cotton_erp?sslfactory=org.postgresql.ssl.NonValidatingFactory",
    "quarkus.datasource.reactive.url, postgresql://db:5432/cotton_erp?sslmode=disable",
    "quarkus.datasource.reactive.url,"
        + " vertx-reactive:postgresql://db:5432/cotton_erp?sslMode=DISABLE",
    "quarkus.datasource.reactive.trust-all, true",
    "quarkus.datasource.jdbc.additional-jdbc-properties.sslfactory,"
        + " org.postgresql.ssl.NonValidatingFactory"
  })
  void no_address_says_otherwise(String setting, String url) {
    settings.put(setting, url);

    assertOnly(setting);
  }

  @Test
  void an_address_is_no_weaker_than_the_setting_beside_it() throws IOException {
    String ca = Files.writeString(folder.resolve("ca.pem"), "a CA").toString();
    settings.put("database.ssl-mode", "verify-full");
    settings.put("database.ssl-ca", ca);
    settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://db/x?sslmode=require");
    assertOnly("quarkus.datasource.jdbc.url");

    settings.put(
        "quarkus.datasource.jdbc.url",
        "jdbc:postgresql://db/x?sslmode=verify-full&ApplicationName=y");
    assertThat(violations()).isEmpty();
  }

  @Test
  void an_address_is_refused_together_with_everything_else() {
    settings.remove("mp.jwt.verify.audiences");
    settings.put(
        "quarkus.datasource.jdbc.url", "jdbc:postgresql://db/x?sslmode=disable&sslfactory=y");

    assertThat(violations()).hasSize(3);
  }

  @Test
  void each_outbox_of_the_relay_is_asked() {
    settings.put("relay.sources.risk.ssl-mode", "disable");

    assertOnly("DATABASE_SSL_MODE");
  }

  private List<String> violations() {
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .build();
    return ProductionSafety.violations(config);
  }

  private void assertOnly(String variable) {
    assertThat(violations()).singleElement().asString().startsWith(variable);
  }

  private void keysIn(String contents) throws IOException {
    Path file = Files.writeString(folder.resolve("keys"), contents);
    settings.put("mp.jwt.verify.publickey.location", file.toString());
  }

  private static PublicKey rsa(BigInteger exponent) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(new RSAKeyGenParameterSpec(2048, exponent));
    return generator.generateKeyPair().getPublic();
  }

  private static String pem(PublicKey key) {
    return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
        .formatted(Base64.getMimeEncoder().encodeToString(key.getEncoded()));
  }

  private static String set(PublicKey... keys) throws JoseException {
    JsonWebKeySet set = new JsonWebKeySet();
    for (PublicKey key : keys) {
      set.addJsonWebKey(PublicJsonWebKey.Factory.newPublicJwk(key));
    }
    return set.toJson();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes());
  }
}
