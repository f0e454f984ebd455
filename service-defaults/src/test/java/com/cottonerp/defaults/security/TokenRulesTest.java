package com.cottonerp.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final Set<String> USER = Set.of(Permission.TRADE_READ);
  private final TokenRules rules = new TokenRules(Duration.ofHours(24), Duration.ofDays(90));

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"JWT", "jwt", "at+jwt", "application/at+jwt"})
  void a_token_for_an_api_is_taken(String type) {
    assertThat(rules.violation(type, NOW, NOW.plusSeconds(600), USER, NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "JOSE", "JWE", "secevent+jwt", "logout+jwt", "dpop+jwt"})
  void a_token_for_something_else_is_not(String type) {
    assertThat(rules.violation(type, NOW, NOW.plusSeconds(600), USER, NOW)).isPresent();
  }

  @Test
  void nobody_comes_with_a_token_of_tomorrow() {
    Instant issued = NOW.plusSeconds(11);

    assertThat(rules.violation("JWT", issued, issued.plusSeconds(60), USER, NOW)).isPresent();
    assertThat(rules.violation("JWT", NOW.plusSeconds(9), NOW.plusSeconds(60), USER, NOW))
        .as("clocks differ a little")
        .isEmpty();
  }

  @Test
  void a_token_of_a_user_is_not_valid_for_years() {
    Instant issued = NOW.minusSeconds(60);

    assertThat(rules.violation("JWT", issued, issued.plus(Duration.ofHours(24)), USER, NOW))
        .isEmpty();
    assertThat(rules.violation("JWT", issued, issued.plus(Duration.ofHours(25)), USER, NOW))
        .isPresent();
    assertThat(rules.violation("JWT", null, NOW.plus(Duration.ofDays(36_500)), USER, NOW))
        .isPresent();
  }

  @Test
  void a_service_account_has_its_token_for_longer_but_only_with_no_other_permission() {
    Instant ends = NOW.plus(Duration.ofDays(30));

    assertThat(rules.violation("JWT", NOW, ends, Permission.SERVICE_ACCOUNTS_ONLY, NOW)).isEmpty();
    assertThat(
            rules.violation(
                "JWT", NOW, ends, Set.of(Permission.OUTBOX_REPLAY, Permission.TRADE_READ), NOW))
        .isPresent();
    assertThat(rules.violation("JWT", NOW, ends, Set.of(), NOW)).isPresent();
  }
}
