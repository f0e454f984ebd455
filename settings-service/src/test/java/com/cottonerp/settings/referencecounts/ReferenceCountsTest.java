package com.cottonerp.settings.referencecounts;

import static com.cottonerp.settings.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.eventing.inbox.Inbox;
import com.cottonerp.eventing.testkit.InboxFeed;
import com.cottonerp.settings.testkit.RunningPostgres;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class ReferenceCountsTest {
  @Inject Inbox inbox;
  @Inject Vertx vertx;
  @Inject ObjectMapper json;
  @Inject ReferenceCountsProjection projection;

  private final UUID post = UUID.randomUUID();
  private final UUID commodity = UUID.randomUUID();
  private final UUID place = UUID.randomUUID();
  private final UUID secondPlace = UUID.randomUUID();
  private long sequence;

  @Test
  void a_post_counts_for_its_commodity_and_every_place_that_it_names() {
    requirement("RequirementCreated", "PENDING_RISK", place, secondPlace);

    assertThat(count("commodities", commodity)).isEqualTo(1);
    assertThat(count("locations", place)).isEqualTo(1);
    assertThat(count("locations", secondPlace)).isEqualTo(1);

    closed("RequirementExpired");

    assertThat(count("commodities", commodity)).isZero();
    assertThat(count("locations", secondPlace)).isZero();
  }

  @Test
  void a_requirement_that_changes_its_places_counts_for_the_new_ones() {
    requirement("RequirementCreated", "PENDING_RISK", place);
    requirement("RequirementUpdated", "ACTIVE", secondPlace);

    assertThat(count("locations", place)).isZero();
    assertThat(count("locations", secondPlace)).isEqualTo(1);
  }

  @Test
  void a_sold_offer_counts_again_when_its_trade_is_cancelled() {
    offer();
    stock("AvailabilitySold", "0");
    assertThat(count("locations", place)).isZero();

    stock("AvailabilityReleased", "100");

    assertThat(count("locations", place)).isEqualTo(1);
    assertThat(count("commodities", commodity)).isEqualTo(1);
  }

  @Test
  void an_offer_that_is_sold_in_part_goes_on_to_count() {
    offer();
    stock("AvailabilitySold", "40");

    assertThat(count("commodities", commodity)).isEqualTo(1);
  }

  @Test
  void an_expired_offer_does_not_count_again_when_a_trade_of_it_is_cancelled() {
    offer();
    stock("AvailabilitySold", "40");
    closed("AvailabilityExpired");
    stock("AvailabilityReleased", "100");

    assertThat(count("commodities", commodity)).isZero();
  }

  @Test
  void a_fulfilled_requirement_counts_again_when_its_trade_is_cancelled_unless_it_gave_way() {
    requirement("RequirementCreated", "PENDING_RISK", place);
    closed("RequirementFulfilled");
    assertThat(count("locations", place)).isZero();

    requirement("RequirementUpdated", "ACTIVE", place);
    assertThat(count("locations", place)).isEqualTo(1);

    closed("RequirementCancelled");
    requirement("RequirementUpdated", "CANCELLED", place);
    assertThat(count("locations", place)).isZero();
  }

  @Test
  void a_count_says_since_when_it_is_known_to_be_whole() {
    RunningPostgres.execute("DELETE FROM inbox_verified WHERE projection = 'reference-counts'");
    assertThat(verifiedAt()).isNull();

    RunningPostgres.execute(
        "INSERT INTO inbox_verified VALUES ('reference-counts', '2026-03-01T10:15:00Z', 0)");
    assertThat(verifiedAt()).isEqualTo("2026-03-01T10:15:00Z");

    RunningPostgres.execute(
        "UPDATE inbox_verified SET missing = 1 WHERE projection = 'reference-counts'");
    assertThat(verifiedAt()).isNull();
  }

  private String verifiedAt() {
    return as("COMMODITY_READ")
        .get("/api/v1/reference-counts/commodities/" + commodity)
        .path("verifiedAt");
  }

  private void offer() {
    feed(
        "AvailabilityPosted",
        """
        {"availabilityId": "%s", "commodityId": "%s", "locationId": "%s", "status": "PENDING_RISK"}
        """
            .formatted(post, commodity, place));
  }

  private void stock(String type, String available) {
    feed(
        type,
        """
        {"availabilityId": "%s", "availableQuantity": "%s", "reservedQuantity": "0"}
        """
            .formatted(post, available));
  }

  private void requirement(String type, String status, UUID... places) {
    StringBuilder named = new StringBuilder();
    for (UUID one : places) {
      named.append(named.isEmpty() ? "" : ",").append("{\"locationId\": \"" + one + "\"}");
    }
    feed(
        type,
        """
        {"requirementId": "%s", "commodityId": "%s", "deliveryPlaces": [%s, {"city": "Surat"}],
         "status": "%s"}
        """
            .formatted(post, commodity, named, status));
  }

  private void closed(String type) {
    String id = type.startsWith("Requirement") ? "requirementId" : "availabilityId";
    feed(type, "{\"%s\": \"%s\"}".formatted(id, post));
  }

  private void feed(String type, String payload) {
    new InboxFeed(inbox, vertx, json, "trade-desk", "settings.trade-events")
        .feed(post, ++sequence, type, payload.getBytes(StandardCharsets.UTF_8), projection);
  }

  private int count(String kind, UUID id) {
    return as().get("/api/v1/reference-counts/" + kind + "/" + id).path("openPosts");
  }
}
