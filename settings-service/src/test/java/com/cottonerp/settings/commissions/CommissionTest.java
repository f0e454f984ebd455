package com.cottonerp.settings.commissions;

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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class CommissionTest {
  private static final String PATH = "/api/v1/commission-structures";
  private static final String DOMESTIC = "01980000-0000-7000-8000-000000000001";
  private static final String NET_30 = "01980000-0000-7000-8000-00000000000e";

  private static String body(String rest) {
    return "{\"tradeTypeId\": \"%s\", \"name\": \"Brokerage\", \"appliesTo\": \"both\", %s}"
        .formatted(DOMESTIC, rest);
  }

  private static final String TIERED =
      "\"type\": \"tiered\", \"tiers\": [{\"fromValue\": \"0\", \"rate\": \"1\"}, {\"fromValue\":"
          + " \"1000000\", \"rate\": \"0.50\"}]";

  @Test
  void a_structure_is_published_and_computes() {
    String id = create("/commission-structures", body(TIERED)).path("structureId");

    Response computed =
        as().body("{\"value\": {\"amount\": \"14341061.95\", \"currency\": \"INR\"}}")
            .post(PATH + "/" + id + "/computations");

    assertThat(computed.<String>path("commission.amount")).isEqualTo("71705.31");
    assertThat(computed.<String>path("appliesTo")).isEqualTo("both");
    assertThat(Outbox.of(id)).containsExactly("1 CommissionStructureSet");
    refused(
        as().body("{\"value\": {\"amount\": \"1\", \"currency\": \"USD\"}}")
            .post(PATH + "/" + id + "/computations"),
        400,
        "other-currency",
        Outbox.size());
  }

  @Test
  void the_structures_of_one_commodity_are_found() {
    String commodity =
        create(
                "/commodities",
                """
                {"code": "%1$s", "name": "Cotton %1$s", "category": "COTTON", "hsnCode": "5201", "gstRate": "5",
                 "baseUnit": "KG", "tradeUnit": "BALE", "rateUnit": "CANDY"}
                """
                    .formatted(word()))
            .path("id");
    create("/commission-structures", body(TIERED));
    String id =
        create(
                "/commission-structures",
                body(TIERED + ", \"commodityId\": \"%s\"".formatted(commodity)))
            .path("structureId");

    Response found = as().get(PATH + "?commodityId=" + commodity);

    assertThat(found.jsonPath().getList("items.structureId"))
        .as(found.asString())
        .containsExactly(id);
  }

  private String cotton() {
    return create(
            "/commodities",
            """
            {"code": "%1$s", "name": "Cotton %1$s", "category": "COTTON", "hsnCode": "5201", "gstRate": "5",
             "baseUnit": "KG", "tradeUnit": "BALE", "rateUnit": "CANDY", "standardWeightPerUnit": "165"}
            """
                .formatted(word()))
        .path("id");
  }

  private static String perUnit(String unit, String commodity) {
    return body(
        "\"type\": \"per_unit\", \"amountPerUnit\": \"5.25\", \"unit\": \"%s\", \"commodityId\": \"%s\""
            .formatted(unit, commodity));
  }

  @Test
  void a_brokerage_for_each_bale_is_published_with_the_weight_of_a_bale_and_computes() {
    String id = create("/commission-structures", perUnit("bale", cotton())).path("structureId");

    assertThat(Outbox.lastOf(id)).contains("\"unitFactor\"").contains("165");
    Response computed =
        as().body(
                "{\"value\": {\"amount\": \"1.00\", \"currency\": \"INR\"}, \"quantity\": \"600\"}")
            .post(PATH + "/" + id + "/computations");
    assertThat(computed.<String>path("commission.amount")).isEqualTo("3150.00");
    refused(
        as().body("{\"value\": {\"amount\": \"1.00\", \"currency\": \"INR\"}}")
            .post(PATH + "/" + id + "/computations"),
        422,
        "invalid-request",
        Outbox.size());
    refused(
        as().body(perUnit("METER", cotton())).post(PATH), 422, "invalid-request", Outbox.size());
  }

  @Test
  void an_eighth_of_a_percent_is_a_rate() {
    String id =
        create("/commission-structures", body("\"type\": \"percentage\", \"rate\": \"0.125\""))
            .path("structureId");

    Response computed =
        as().body("{\"value\": {\"amount\": \"14341061.95\", \"currency\": \"INR\"}}")
            .post(PATH + "/" + id + "/computations");
    assertThat(computed.<String>path("commission.amount")).isEqualTo("17926.33");
  }

  @Test
  void a_change_needs_its_version_and_an_inactive_structure_computes_nothing() {
    Response created = create("/commission-structures", body(TIERED));
    String one = PATH + "/" + created.path("structureId");
    String off = body(TIERED + ", \"active\": false");

    refused(as().body(off).put(one), 428, "if-match-required", Outbox.size());
    as().header("If-Match", created.header("ETag")).body(off).put(one).then().statusCode(200);

    assertThat(Outbox.of(created.path("structureId"))).hasSize(2);
    refused(
        as().body("{\"value\": {\"amount\": \"1\", \"currency\": \"INR\"}}")
            .post(one + "/computations"),
        400,
        "commission-inactive",
        Outbox.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"type\": \"percentage\"|/rate",
        "\"type\": \"percentage\", \"rate\": \"101\"|/rate",
        "\"type\": \"fixed\", \"rate\": \"1\"|/rate",
        "\"type\": \"fixed\"|/fixedAmount",
        "\"type\": \"tiered\"|/tiers",
        "\"type\": \"tiered\", \"tiers\": [{\"fromValue\": \"5\", \"rate\":"
            + " \"1\"}]|/tiers/0/fromValue",
        "\"type\": \"fixed\", \"fixedAmount\": \"1\", \"minAmount\": \"2\", \"maxAmount\":"
            + " \"1\"|/maxAmount",
        "\"type\": \"per_unit\", \"amountPerUnit\": \"5\"|/unit",
        "\"type\": \"per_unit\", \"amountPerUnit\": \"5\", \"unit\": \"BALE\"|/commodityId",
        "\"type\": \"percentage\", \"rate\": \"1\", \"unit\": \"BALE\"|/unit",
        "\"type\": \"percentage\", \"rate\": \"0.12345\"|/rate"
      })
  void G11_a_structure_that_does_not_fit_its_type_is_refused(String rest, String pointer) {
    Response answer = as().body(body(rest)).post(PATH);

    refused(answer, 422, "invalid-request", Outbox.size());
    assertThat(answer.jsonPath().getList("errors.pointer", String.class)).contains(pointer);
  }

  @Test
  void G11_it_is_for_a_known_commodity_or_a_known_trade_type() {
    refused(
        as().body(body(TIERED).replace(DOMESTIC, NET_30)).post(PATH),
        400,
        "unknown-commodity-or-trade-type",
        Outbox.size());
    refused(
        as().body(body(TIERED + ", \"commodityId\": \"%s\"".formatted(UUID.randomUUID())))
            .post(PATH),
        400,
        "unknown-commodity-or-trade-type",
        Outbox.size());
    refused(
        as().body(body(TIERED).replace("\"" + DOMESTIC + "\"", "null")).post(PATH),
        422,
        "invalid-request",
        Outbox.size());
  }
}
