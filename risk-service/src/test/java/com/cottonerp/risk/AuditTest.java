package com.cottonerp.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.risk.testkit.Heard;
import com.cottonerp.risk.testkit.InternalUser;
import com.cottonerp.risk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class AuditTest {
  @Inject Heard heard;

  @Test
  void a_level_that_changes_tells_the_event_that_changed_it() {
    UUID partner = UUID.randomUUID();
    heard.partner(partner, "1000.00", "phone-" + partner);
    heard.tradeOf(partner, "950.00");

    JsonPath entries = audit(partner);

    assertThat(entries.getList("items.kind")).containsOnly("PartnerRiskProfile");
    assertThat(entries.getList("items.actor", String.class))
        .hasSizeGreaterThan(1)
        .allMatch(actor -> actor.startsWith("event:"));
    assertThat(entries.getMap("items[-1].before")).containsEntry("level", "GREEN");
    assertThat(entries.getMap("items[-1].after")).containsEntry("level", "RED");
  }

  @Test
  void no_table_is_forgotten() {
    assertThat(RunningPostgres.rowsOf("SELECT name FROM audit_forgotten")).isEmpty();
  }

  private static JsonPath audit(UUID subject) {
    return InternalUser.as("auditor", "AUDIT_READ")
        .get("/api/v1/audit?subject=" + subject)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
