package com.cottonerp.defaults.production;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Secrets that are none, because this repository publishes them or they can be guessed. */
final class SecretRules {
  private static final Pattern OF_A_SOURCE =
      Pattern.compile("relay\\.sources\\.[^.]+\\.(password|user)");

  private final Config config;

  SecretRules(Config config) {
    this.config = config;
  }

  List<String> violations() {
    Set<String> found = new LinkedHashSet<>();
    check(found, "DATABASE_PASSWORD", "quarkus.datasource.password", "quarkus.datasource.username");
    for (String name : config.getPropertyNames()) {
      if (OF_A_SOURCE.matcher(name).matches() && name.endsWith(".password")) {
        check(found, "OUTBOX_RELAY_PASSWORD", name, name.replaceFirst("password$", "user"));
      }
    }
    check(found, "PII_HASH_KEY", "partners.pii-hash-key", null);
    relayToken().ifPresent(found::add);
    return new ArrayList<>(found);
  }

  private void check(Set<String> found, String variable, String secretName, String userName) {
    Optional<String> secret = value(secretName);
    if (secret.filter(PublishedSecrets::contain).isPresent()) {
      found.add(
          variable
              + " is one that this system's repository publishes for development; set another");
    } else if (secret.isPresent() && userName != null && secret.equals(value(userName))) {
      found.add(variable + " is the name of its role; set another");
    }
  }

  // WHY it is refused although the relay refuses it as well: here it is said before a gap stays.
  private Optional<String> relayToken() {
    return value("inbox.relay-token-file")
        .map(Path::of)
        .filter(Files::isReadable)
        .filter(SecretRules::isOfDevelopmentIssuer)
        .map(
            file ->
                "RELAY_TOKEN_FILE: %s has a token of the development issuer; put one of your provider there"
                    .formatted(file));
  }

  private static boolean isOfDevelopmentIssuer(Path file) {
    try {
      String[] parts = Files.readString(file).strip().split("\\.");
      return parts.length == 3
          && IdentityRules.isOfDevelopment(
              new ObjectMapper()
                  .readTree(Base64.getUrlDecoder().decode(parts[1]))
                  .path("iss")
                  .asText());
    } catch (IOException | IllegalArgumentException noToken) {
      return false;
    }
  }

  private Optional<String> value(String name) {
    return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
  }
}
