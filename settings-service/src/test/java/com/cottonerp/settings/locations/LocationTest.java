package com.cottonerp.settings.locations;

import static com.cottonerp.settings.testkit.Api.as;
import static com.cottonerp.settings.testkit.Api.create;
import static com.cottonerp.settings.testkit.Api.refused;
import static com.cottonerp.settings.testkit.Api.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.settings.testkit.Outbox;
import com.cottonerp.settings.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class LocationTest {
  private static final String PATH = "/api/v1/locations";
  private final String place = word();

  private String body() {
    return """
    {"name": "Rajkot", "placeId": "%s", "city": "Rajkot", "stateCode": "GJ", "country": "IN",
     "latitude": "22.303890", "longitude": "70.802160"}
    """
        .formatted(place);
  }

  @ParameterizedTest
  @CsvSource({
    "GJ, GJ, WEST",
    "TG, TS, SOUTH",
    "OR, OD, EAST",
    "UT, UK, NORTH",
    "CT, CG, CENTRAL",
    "MZ, MZ, NORTHEAST",
    "AN, AN, UNKNOWN",
    "gj, GJ, WEST",
    "24, GJ, WEST",
    "Gujarat, GJ, WEST",
    "ગુજરાત, GJ, WEST",
    "Tamilnadu, TN, SOUTH",
    "DN, DH, WEST",
    "DD, DH, WEST"
  })
  void the_region_follows_from_the_code_of_the_state_or_its_alias(
      String given, String code, String region) {
    Response created = create("/locations", body().replace("GJ", given));

    assertThat(created.<String>path("stateCode")).isEqualTo(code);
    assertThat(created.<String>path("region")).isEqualTo(region);
    assertThat(created.<String>path("timezone")).isEqualTo("Asia/Kolkata");
    assertThat(Outbox.of(created.path("locationId"))).containsExactly("1 LocationCreated");
  }

  @Test
  void what_names_no_state_is_refused_with_suggestions() {
    Response unknown = as().body(body().replace("GJ", "Gujrta")).post(PATH);

    refused(unknown, 422, "invalid-request", Outbox.size());
    assertThat(unknown.jsonPath().getString("errors[0].pointer")).isEqualTo("/stateCode");
    assertThat(unknown.asString()).contains("did you mean Gujarat");
    refused(
        as().body(body().replace("GJ", "ZZ")).post(PATH), 422, "invalid-request", Outbox.size());
    refused(
        as().body(body().replace("\"stateCode\"", "\"state\": \"Odisha\", \"stateCode\""))
            .post(PATH),
        422,
        "invalid-request",
        Outbox.size());
  }

  @Test
  void a_pin_of_another_state_is_refused_and_one_with_a_blank_is_kept_without() {
    String withPin = body().replace("\"country\"", "\"postalCode\": \"360 001\", \"country\"");

    for (String wrong : new String[] {"400001", "360-001", "060001"}) {
      Response answer = as().body(withPin.replace("360 001", wrong)).post(PATH);
      refused(answer, 422, "invalid-request", Outbox.size());
      assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("/postalCode");
    }
    assertThat(create("/locations", withPin).<String>path("postalCode")).isEqualTo("360001");
  }

  @Test
  void a_place_is_found_by_every_name_of_its_state_and_coordinates_have_seven_decimals() {
    Response created = create("/locations", body().replace("22.303890", "22.3038945"));

    assertThat(created.<String>path("latitude")).isEqualTo("22.3038945");
    assertThat(created.<String>path("state")).isEqualTo("Gujarat");
    assertThat(as().get(PATH + "?q=Rajkot&stateCode=24").jsonPath().getList("items")).isNotEmpty();
  }

  @Test
  void a_place_is_one_location_and_the_refusal_names_it() {
    String id = create("/locations", body()).path("locationId");

    Response again = as().body(body()).post(PATH);

    refused(again, 409, "place-taken", Outbox.size());
    assertThat(again.jsonPath().getString("detail")).contains(id);
  }

  @Test
  void a_change_needs_its_version_and_is_published() {
    Response created = create("/locations", body());
    String one = PATH + "/" + created.path("locationId");
    String renamed = body().replace("\"Rajkot\", \"placeId\"", "\"Rajkot market\", \"placeId\"");

    refused(as().body(renamed).put(one), 428, "if-match-required", Outbox.size());
    as().header("If-Match", created.header("ETag")).body(renamed).put(one).then().statusCode(200);

    assertThat(as().get(one).<String>path("name")).isEqualTo("Rajkot market");
    assertThat(Outbox.of(created.path("locationId")))
        .containsExactly("1 LocationCreated", "2 LocationUpdated");
  }

  @Test
  void a_place_in_use_is_not_removed_but_may_be_deactivated() {
    Response created = create("/locations", body());
    String id = created.path("locationId");
    RunningPostgres.execute(
        """
        INSERT INTO settings.reference_count_post (post_id, commodity_id, location_ids)
        VALUES ('%s', '%s', '{%s,%s}')
        """
            .formatted(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), id));

    refused(
        as().header("If-Match", created.header("ETag")).delete(PATH + "/" + id),
        409,
        "location-in-use",
        Outbox.size());
    as().post(PATH + "/" + id + "/deactivation").then().statusCode(200);
    as().post(PATH + "/" + id + "/activation").then().statusCode(200);

    assertThat(Outbox.of(id))
        .containsExactly("1 LocationCreated", "2 LocationDeactivated", "3 LocationUpdated");
  }

  @Test
  void a_place_that_nobody_uses_is_removed_from_use() {
    Response created = create("/locations", body());
    String one = PATH + "/" + created.path("locationId");

    as().header("If-Match", created.header("ETag")).delete(one).then().statusCode(204);

    assertThat(as().get(one).<Boolean>path("active")).isFalse();
  }

  @Test
  void a_place_abroad_needs_its_time_zone() {
    String abroad = body().replace("\"IN\"", "\"BD\"").replace("\"GJ\"", "null");

    refused(as().body(abroad).post(PATH), 422, "invalid-request", Outbox.size());
    Response created =
        create("/locations", abroad.replace("\"name\"", "\"timezone\": \"Asia/Dhaka\", \"name\""));

    assertThat(created.<String>path("timezone")).isEqualTo("Asia/Dhaka");
    assertThat(created.<String>path("region")).isEqualTo("UNKNOWN");
  }

  @Test
  void G11_bad_input_gets_a_problem_and_changes_nothing() {
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("/latitude", body().replace("22.303890", "91"));
    wrong.put("/longitude", body().replace("70.802160", "east"));
    wrong.put("/stateCode", body().replace("\"GJ\"", "null"));
    wrong.put("/country", body().replace("\"IN\"", "\"India\""));
    wrong.put("/timezone", body().replace("\"name\"", "\"timezone\": \"Mars/Crater\", \"name\""));
    long before = Outbox.size();

    wrong.forEach(
        (pointer, body) -> {
          Response answer = as().body(body).post(PATH);
          refused(answer, 422, "invalid-request", before);
          assertThat(answer.jsonPath().getList("errors.pointer", String.class)).contains(pointer);
        });
    refused(as("LOCATION_READ").body(body()).post(PATH), 403, "permission-missing", before);
  }

  @Test
  void lists_are_filtered() {
    create("/locations", body().replace("\"city\": \"Rajkot\"", "\"city\": \"" + place + "\""));

    assertThat(as().get(PATH + "?q=" + place).jsonPath().getList("items")).hasSize(1);
    assertThat(as().get(PATH + "?q=" + place + "&region=SOUTH").jsonPath().getList("items"))
        .isEmpty();
  }
}
