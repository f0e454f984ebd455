package com.cottonerp.defaults.production;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.jose4j.lang.JoseException;

/** Whose tokens a program in production may take. */
final class IdentityRules {
  static final String DEVELOPMENT_ISSUER = "https://development-issuer.cotton-erp.example";

  /** What the library that checks tokens takes for nothing. */
  private static final String NOTHING = "NONE";

  /** Other ways to a key, past the one that is checked here. */
  private static final List<String> WAYS_AROUND =
      List.of(
          "mp.jwt.verify.publickey",
          "smallrye.jwt.verify.secretkey",
          "smallrye.jwt.verify.key.location");

  private static final List<String> TRUST_ANYBODY =
      List.of("smallrye.jwt.client.tls.trust-all", "smallrye.jwt.tls.trust-all");

  private final Function<String, Optional<String>> settings;

  IdentityRules(Config config) {
    this.settings =
        name ->
            config
                .getOptionalValue(name, String.class)
                .filter(value -> !value.isBlank() && !value.equals(NOTHING));
  }

  List<String> violations() {
    List<String> found = new ArrayList<>();
    issuer().ifPresent(found::add);
    if (settings.apply("mp.jwt.verify.audiences").isEmpty()) {
      found.add(
          "OIDC_AUDIENCE is not set: tokens for any other program of the provider would do; set it to the name"
              + " of this system there");
    }
    keys().ifPresent(found::add);
    WAYS_AROUND.stream()
        .filter(name -> settings.apply(name).isPresent())
        .map(name -> name + " is set: keys come from OIDC_JWKS_URL only; take it away")
        .forEach(found::add);
    TRUST_ANYBODY.stream()
        .filter(name -> settings.apply(name).map(Boolean::parseBoolean).orElse(false))
        .map(name -> name + " is set: whoever answers could sign; take it away")
        .forEach(found::add);
    return found;
  }

  private Optional<String> issuer() {
    Optional<String> issuer = settings.apply("mp.jwt.verify.issuer");
    if (issuer.isEmpty()) {
      return Optional.of("OIDC_ISSUER is not set: no token can be checked");
    }
    if (isOfDevelopment(issuer.get())) {
      return Optional.of("OIDC_ISSUER is the development issuer: set it to your identity provider");
    }
    return issuer.get().startsWith("https://")
        ? Optional.empty()
        : Optional.of("OIDC_ISSUER is '%s': an issuer is an https:// URL".formatted(issuer.get()));
  }

  static boolean isOfDevelopment(String issuer) {
    return issuer.toLowerCase(java.util.Locale.ROOT).startsWith(DEVELOPMENT_ISSUER);
  }

  private Optional<String> keys() {
    Optional<String> location = settings.apply("mp.jwt.verify.publickey.location");
    if (location.isEmpty()) {
      return Optional.of("OIDC_JWKS_URL is not set: no token can be checked");
    }
    String where = location.get();
    if (where.startsWith("https://")) {
      return hasHost(where)
          ? Optional.empty()
          : Optional.of("OIDC_JWKS_URL is '%s', which names no host".formatted(where));
    }
    if (where.matches("(?i)(?!file:)[a-z][a-z0-9+.-]*:.*")) {
      return Optional.of(
          "OIDC_JWKS_URL is '%s': keys come from an https:// URL or a file".formatted(where));
    }
    return inFile(Path.of(where.replaceFirst("^file:(//)?", "")));
  }

  private static boolean hasHost(String url) {
    try {
      return URI.create(url).getHost() != null;
    } catch (IllegalArgumentException noUrl) {
      return false;
    }
  }

  private static Optional<String> inFile(Path file) {
    try {
      return DevelopmentKeys.anyIn(Files.readString(file))
          ? Optional.of(
              "OIDC_JWKS_URL: %s has a key of a development issuer; take the keys of your identity provider"
                  .formatted(file))
          : Optional.empty();
    } catch (IOException | GeneralSecurityException | JoseException | IllegalArgumentException no) {
      return Optional.of(
          "OIDC_JWKS_URL: %s cannot be read as a file with a PEM or a JWKS".formatted(file));
    }
  }
}
