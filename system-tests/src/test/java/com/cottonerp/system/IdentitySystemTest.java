package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.platform.testkit.EncryptedPostgres;
import com.cottonerp.platform.testkit.TestAuthority;
import com.cottonerp.runner.ApiClient;
import com.cottonerp.runner.ProgramProcess;
import com.cottonerp.system.testkit.SecondIssuer;
import com.cottonerp.system.testkit.TestSystem;
import com.cottonerp.system.testkit.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who signs the tokens, and what a program in production does not take. */
@ExtendWith(TestSystem.Shared.class)
class IdentitySystemTest {
  private static final String READ = "COMMODITY_READ";

  private final TestSystem system;
  @TempDir private Path folder;

  IdentitySystemTest(TestSystem system) {
    this.system = system;
  }

  @Test
  void any_issuer_will_do_in_production_and_its_keys_may_change_while_a_program_runs()
      throws IOException {
    TestAuthority authority = TestAuthority.in(folder, "authority");
    TestAuthority.Server localhost = authority.issue("localhost");
    try (SecondIssuer issuer = new SecondIssuer(authority, localhost)) {
      Map<String, String> environment = new HashMap<>(issuer.environment());
      environment.put("QUARKUS_PROFILE", "prod");
      environment.putAll(encryptedDatabase(authority, localhost));
      environment.put("RELAY_TOKEN_FILE", relayToken(issuer).toString());
      ProgramProcess settings =
          system.local().another("settings-service", "settings-of-another-issuer", environment);
      settings.start();
      try {
        Waiting.until("it is ready", settings::isReady);

        String before = issuer.token(SecondIssuer.AUDIENCE, READ);
        assertThat(status(settings, before)).isEqualTo(200);
        assertThat(status(settings, issuer.token(SecondIssuer.AUDIENCE, "ORG_READ")))
            .isEqualTo(403);
        assertThat(status(settings, issuer.token("another-application", READ))).isEqualTo(401);

        issuer.changeKeys();

        Waiting.until(
            "the new key is known",
            () -> status(settings, issuer.token(SecondIssuer.AUDIENCE, READ)) == 200);
        assertThat(status(settings, before)).isEqualTo(401);
        assertThat(status(settings, issuer.forgedToken(READ))).isEqualTo(401);
        assertThat(status(settings, system.local().issuer().token("developer"))).isEqualTo(401);
      } finally {
        settings.stop();
        EncryptedPostgres.takeNoTls(system.superuser());
      }
    }
  }

  private Path relayToken(SecondIssuer issuer) throws IOException {
    return Files.writeString(
        folder.resolve("relay-token"), issuer.token(SecondIssuer.AUDIENCE, "OUTBOX_REPLAY"));
  }

  // Migrations, sessions and health of the packaged program, as they are told in production.
  private Map<String, String> encryptedDatabase(
      TestAuthority authority, TestAuthority.Server localhost) {
    EncryptedPostgres.encrypt(system.superuser(), localhost);
    return Map.of(
        "DATABASE_HOST", "localhost",
        "DATABASE_SSL_MODE", "verify-full",
        "DATABASE_SSL_CA", authority.certificate().toString(),
        "DATABASE_PASSWORD", "one-that-is-not-published");
  }

  private static int status(ProgramProcess settings, String token) {
    return new ApiClient(token).get(settings.url() + "/api/v1/commodities").status();
  }

  @ParameterizedTest
  @ValueSource(strings = {"outbox-relay", "settings-service"})
  void a_program_refuses_to_start_in_production_with_what_is_for_development(String name)
      throws IOException {
    String copy = name + "-in-production";
    // Whatever its profile is called: there is one switch.
    String profile = name.equals("outbox-relay") ? "prod" : "staging";
    ProgramProcess program =
        system
            .local()
            .another(name, copy, Map.of("QUARKUS_PROFILE", profile, "FLYWAY_MIGRATE", "true"));
    program.start();
    try {
      Waiting.until("it has ended", () -> !program.isAlive());
    } finally {
      program.kill();
    }

    assertThat(system.logLines(copy))
        .anyMatch(line -> line.contains("This program does not start in production:"))
        .anyMatch(line -> line.startsWith("  - OIDC_ISSUER is the development issuer"))
        .anyMatch(line -> line.startsWith("  - OIDC_AUDIENCE"))
        .anyMatch(line -> line.matches("  - OIDC_JWKS_URL: .* has a key of a development issuer.*"))
        .anyMatch(line -> line.matches("  - (DATABASE|OUTBOX_RELAY)_PASSWORD is one that .*"))
        .anyMatch(line -> line.startsWith("  - DATABASE_SSL_MODE=disable"))
        .as("it has not looked at its database")
        .noneMatch(line -> line.contains("flyway") || line.contains("Flyway"));
  }

  @Test
  void answers_tell_browsers_to_do_nothing_with_them() {
    var headers =
        system.api().headersOf(system.program("settings-service").url() + "/api/v1/commodities");

    assertThat(headers)
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("x-frame-options", "DENY")
        .containsEntry("referrer-policy", "no-referrer")
        .containsEntry("cache-control", "no-store")
        .containsEntry("content-security-policy", "default-src 'none'; frame-ancestors 'none'")
        .containsKey("strict-transport-security");
  }
}
