package com.cottonerp.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonasTest {
  @TempDir Path state;

  private final Personas personas = Personas.of(UUID.randomUUID(), UUID.randomUUID());

  @Test
  void they_are_kept_as_they_were_seeded() {
    assertThat(Personas.find(state)).isEmpty();

    personas.write(state);

    assertThat(Personas.read(state)).isEqualTo(personas);
  }

  @Test
  void every_permission_of_a_persona_is_one_that_the_system_knows() {
    personas
        .all()
        .forEach(
            one ->
                assertThat(DevelopmentIssuer.ALL_PERMISSIONS)
                    .as(one.name())
                    .containsAll(one.permissions()));
  }

  @Test
  void who_trades_acts_for_one_partner_and_an_auditor_changes_nothing() {
    assertThat(personas.named("seller").partnerId()).isEqualTo(personas.sellerId());
    assertThat(personas.named("buyer").partnerId()).isEqualTo(personas.buyerId());
    assertThat(personas.named("auditor").permissions())
        .allMatch(one -> one.endsWith("_READ") || one.equals("ADMIN_VIEW_ALL_DATA"));
    assertThat(personas.named("partner-admin").permissions())
        .contains("PARTNER_APPROVE")
        .doesNotContain("PARTNER_APPROVE_DIRECTOR");
  }

  @Test
  void a_name_that_nobody_has_is_answered_with_those_that_there_are() {
    assertThatThrownBy(() -> personas.named("king"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("risk-officer");
  }
}
