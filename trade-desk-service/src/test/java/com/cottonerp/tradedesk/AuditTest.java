package com.cottonerp.tradedesk;

import static com.cottonerp.tradedesk.testkit.Desk.as;
import static com.cottonerp.tradedesk.testkit.Desk.auditor;
import static com.cottonerp.tradedesk.testkit.Desk.offer;
import static com.cottonerp.tradedesk.testkit.Desk.posted;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.tradedesk.testkit.Deal;
import com.cottonerp.tradedesk.testkit.Market;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class AuditTest {
  @Inject Market market;

  private static JsonPath audit(Object subject) {
    return auditor()
        .get("/api/v1/audit?limit=200&subject=" + subject)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void an_offer_tells_who_posted_it_and_which_event_let_it_pass() {
    UUID seller = market.partner();
    UUID id =
        posted(
            seller,
            "availabilities",
            offer(market.cotton(true), market.rajkot(), "600", "50000.00"));
    market.judge("AVAILABILITY", id, "PASS", "100", "NOT_RATED");
    as(seller)
        .body("{\"reason\": \"Sold elsewhere\"}")
        .post("/api/v1/availabilities/" + id + "/cancellation")
        .then()
        .statusCode(200);

    JsonPath entries = audit(id);

    assertThat(entries.getList("items.change")).containsExactly("created", "changed", "changed");
    assertThat(entries.getString("items[0].actingFor")).isEqualTo(seller.toString());
    assertThat(entries.getMap("items[0].after")).containsEntry("price", 50000.00f);
    assertThat(entries.getString("items[1].actor")).startsWith("event:");
    assertThat(entries.getString("items[1].operation")).isNotBlank();
    assertThat(entries.getMap("items[1].after")).containsEntry("status", "ACTIVE");
    assertThat(entries.getMap("items[2].after")).containsEntry("status", "CANCELLED");
    assertThat(entries.getString("items[2].reason")).isEqualTo("Sold elsewhere");
    assertThat(audit(seller).getList("items.subject")).contains(id.toString());
  }

  @Test
  void a_deal_tells_the_job_that_found_the_pair_and_each_step_of_the_parties() {
    Deal deal = Deal.in(market);
    String trade = deal.traded();

    assertThat(audit(deal.match).getString("items[0].actor")).isEqualTo("job:matching");
    assertThat(audit(trade).getList("items.kind")).containsExactly("Trade");
    List<String> actors =
        RunningPostgres.rowsOf(
            "SELECT DISTINCT actor FROM audit_entry WHERE subject IN ('%s', '%s', '%s', '%s')"
                .formatted(deal.match, trade, deal.availability, deal.requirement));
    assertThat(actors).isNotEmpty().noneMatch(actor -> actor.startsWith("database:"));
  }

  @Test
  void no_table_is_forgotten() {
    assertThat(RunningPostgres.rowsOf("SELECT name FROM audit_forgotten")).isEmpty();
  }
}
