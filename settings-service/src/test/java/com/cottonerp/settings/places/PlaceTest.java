package com.cottonerp.settings.places;

import static com.cottonerp.settings.testkit.Api.as;
import static com.cottonerp.settings.testkit.Api.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.cottonerp.settings.testkit.Outbox;
import com.cottonerp.settings.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class PlaceTest {
  @Test
  void a_place_that_is_looked_up_can_be_posted_as_a_location() {
    Map<String, Object> place =
        new HashMap<>(as().get("/api/v1/places/in-mh-akola").jsonPath().getMap(""));
    assertThat(place.remove("source")).isEqualTo("built-in");

    as().body(place)
        .post("/api/v1/locations")
        .then()
        .statusCode(201)
        .body("region", equalTo("WEST"))
        .body("placeId", equalTo("in-mh-akola"));
  }

  @Test
  void the_best_match_comes_first() {
    as().get("/api/v1/places?q=ad")
        .then()
        .statusCode(200)
        .body("items[0].name", equalTo("Adilabad"));
    as().get("/api/v1/places?q=RAJK").then().body("items.placeId", contains("in-gj-rajkot"));
  }

  @Test
  void a_text_that_is_too_short_and_an_unknown_place_are_refused() {
    refused(as().get("/api/v1/places?q=r"), 422, "invalid-request", Outbox.size());
    refused(as().get("/api/v1/places"), 422, "invalid-request", Outbox.size());
    refused(as().get("/api/v1/places/moon"), 404, "not-found", Outbox.size());
  }
}
