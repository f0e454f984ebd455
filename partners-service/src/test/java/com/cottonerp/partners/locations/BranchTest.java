package com.cottonerp.partners.locations;

import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.partner;
import static com.cottonerp.partners.testkit.Onboarding.refused;
import static com.cottonerp.platform.testkit.Answers.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class BranchTest {
  private String partner;
  private String places;

  @BeforeEach
  void a_partner() {
    partner = partner();
    places = PARTNERS + "/" + partner + "/locations";
  }

  private static String place(String name, String more) {
    return """
    {"type": "warehouse", "name": "%s", "address": {"city": "Pune", "postalCode": "411001", "country": "IN"}%s}
    """
        .formatted(name, more);
  }

  private Response add(String name, String more) {
    return as("clerk").body(place(name, more)).post(places);
  }

  private String added(String name, String more) {
    return created(add(name, more));
  }

  private List<Boolean> flags(String flag) {
    return as("clerk").get(places).jsonPath().getList("items." + flag);
  }

  @Test
  void a_new_default_and_a_new_head_office_take_the_place_of_the_one_before() {
    added("one", ", \"defaultShipTo\": true, \"defaultShipFrom\": true, \"headOffice\": true");
    added("two", ", \"defaultShipTo\": true, \"headOffice\": true");

    assertThat(flags("defaultShipTo")).containsExactly(false, true);
    assertThat(flags("defaultShipFrom")).containsExactly(true, false);
    assertThat(flags("headOffice")).containsExactly(false, true);
    assertThat(RunningPostgres.events(partner))
        .endsWith("3 PartnerLocationAdded", "4 PartnerLocationUpdated", "5 PartnerLocationAdded");
  }

  @Test
  void the_head_office_stays_until_another_place_is_it() {
    String office = added("office", ", \"headOffice\": true");
    String etag = as("clerk").get(PARTNERS + "/" + partner).header("ETag");

    refused(
        as("clerk").header("If-Match", etag).delete(places + "/" + office),
        400,
        "head-office-stays");
    refused(
        as("clerk").header("If-Match", etag).body(place("office", "")).put(places + "/" + office),
        400,
        "head-office-stays");
  }

  @Test
  void a_branch_code_is_one_places_until_that_one_is_removed() {
    String first = added("one", ", \"code\": \"PUN\"");
    refused(add("two", ", \"code\": \"PUN\""), 409, "branch-code-taken");
    String etag = as("clerk").get(PARTNERS + "/" + partner).header("ETag");
    as("clerk").header("If-Match", etag).delete(places + "/" + first).then().statusCode(204);

    added("two", ", \"code\": \"PUN\"");
  }

  @Test
  void places_are_found_by_what_they_take_and_how_much_fits() {
    added("small", ", \"capacity\": \"100.000\", \"commodityCodes\": [\"COTTON\"]");
    added("unknown", "");
    added("yard", ", \"capacity\": \"5000\", \"canReceive\": false");

    as("clerk")
        .get(places + "?freeCapacity=100.001")
        .then()
        .body("items.name", contains("unknown", "yard"));
    as("clerk")
        .get(places + "?canReceive=true&commodityCode=COTTON&freeCapacity=100")
        .then()
        .body("items.name", contains("small", "unknown"));
    as("clerk").get(places + "?commodityCode=WHEAT").then().body("items.name", hasSize(2));
  }

  @Test
  void stock_stays_between_nothing_and_the_capacity() {
    String place = places + "/" + added("store", ", \"capacity\": \"100.000\"") + "/stock";

    as("clerk")
        .body("{\"delta\": \"99.500\"}")
        .post(place)
        .then()
        .body("freeCapacity", equalTo("0.500"));
    refused(as("clerk").body("{\"delta\": \"0.501\"}").post(place), 400, "stock-does-not-fit");
    refused(as("clerk").body("{\"delta\": \"-99.501\"}").post(place), 400, "stock-does-not-fit");
    as("clerk").body("{\"delta\": \"-99.500\"}").post(place).then().body("stock", equalTo("0.000"));
  }

  @Test
  void goods_that_come_in_at_the_same_moment_are_all_counted() {
    String store = added("store", ", \"capacity\": \"100.000\"");

    long booked =
        IntStream.range(0, 12)
            .parallel()
            .filter(
                n ->
                    as("clerk")
                            .body("{\"delta\": \"10.000\"}")
                            .post(places + "/" + store + "/stock")
                            .statusCode()
                        == 200)
            .count();

    assertThat(booked).isBetween(1L, 10L);
    as("clerk").get(places).then().body("items[0].stock", equalTo(booked * 10 + ".000"));
  }

  @Test
  void a_default_is_a_place_that_does_what_it_is_the_default_for() {
    refused(add("x", ", \"canReceive\": false, \"defaultShipTo\": true"), 422, "invalid-request");
    refused(add("x", ", \"canShip\": false, \"defaultShipFrom\": true"), 422, "invalid-request");
  }

  @Test
  void a_decimal_is_answered_without_an_exponent() {
    as("clerk")
        .body(
            """
            {"type": "warehouse", "name": "Mbandaka", "capacity": "1E+3",
             "address": {"city": "Mbandaka", "postalCode": "1", "country": "CD", "latitude": "0.0000000", "longitude": "1E+1"}}
            """)
        .post(places)
        .then()
        .statusCode(201)
        .body("address.latitude", equalTo("0.0000000"))
        .body("address.longitude", equalTo("10"))
        .body("capacity", equalTo("1000"));
    as("clerk").get(places).then().body("items[0].address.latitude", equalTo("0.0000000"));
  }
}
