package com.cottonerp.tradedesk.posting;

import static com.cottonerp.tradedesk.testkit.Desk.as;
import static com.cottonerp.tradedesk.testkit.Desk.offer;
import static com.cottonerp.tradedesk.testkit.Desk.wish;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.tradedesk.testkit.Market;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Well-formed bodies that would cost memory, or that the database cannot hold. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class HostileInputTest {
  @Inject Market market;

  @Test
  void G11_numbers_and_texts_that_nobody_can_hold_are_refused() {
    UUID cotton = market.cotton(true);
    UUID rajkot = market.rajkot();
    UUID partner = market.partner();
    String offer = offer(cotton, rajkot, "600", "50000.00");
    String wish = wish(cotton, rajkot, "100", "500", "52000.00");
    Map<String, String> offers = new LinkedHashMap<>();
    offers.put("a tiny quality", offer.replace("29.0", "1E-999999999"));
    offers.put("a huge quality", offer.replace("29.0", "1E999999999"));
    offers.put("a huge quantity", offer.replace("\"600\"", "\"1E2147483647\""));
    offers.put("a tiny price", offer.replace("\"50000.00\"", "1e-2147483647"));
    offers.put(
        "a far end",
        offer.replace("\"quality\"", "\"expiresAt\": \"+999999-01-01T00:00:00Z\", \"quality\""));
    offers.put("a NUL", offer.replace("\"quality\"", "\"notes\": \"a\\u0000b\", \"quality\""));
    offers.put(
        "more than all cotton",
        offer.replace("\"600\"", "\"999999999999\"").replace("50000.00", "9999999999999.99"));

    offers.forEach(
        (what, body) -> refused(what, as(partner).body(body).post("/api/v1/availabilities")));
    refused(
        "a tiny demand",
        as(partner)
            .body(wish.replace("\"preferred\": \"29\"", "\"preferred\": \"1E-999999999\""))
            .post("/api/v1/requirements"));
    assertThat(as(partner).get("/api/v1/availabilities").jsonPath().getList("items")).isEmpty();
    assertThat(as(partner).get("/api/v1/requirements").jsonPath().getList("items")).isEmpty();
  }

  private static void refused(String what, Response response) {
    assertThat(response.statusCode()).as(what + ": " + response.asString()).isEqualTo(422);
    assertThat(response.contentType()).as(what).startsWith("application/problem+json");
  }
}
