package com.cottonerp.settings.commodities;

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
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class CommodityTest {
  private static final String PATH = "/api/v1/commodities";
  private final String code = word();

  private String body() {
    return """
    {"code": "%s", "name": "Raw cotton", "category": "cotton", "hsnCode": "5201", "gstRate": "5.00",
     "baseUnit": "KG", "tradeUnit": "BALE", "rateUnit": "CANDY",
     "exportRules": {"licenceRequired": true, "licenceTypes": ["IEC"], "restrictedCountries": ["KP"]}}
    """
        .formatted(code);
  }

  @Test
  void a_new_commodity_gets_the_parameters_of_its_category_and_is_published_whole() {
    Response created = create("/commodities", body());

    String id = created.path("id");
    assertThat(created.header("ETag")).isEqualTo(as().get(PATH + "/" + id).header("ETag"));
    assertThat(created.jsonPath().getList("parameters")).hasSize(6);
    assertThat(Outbox.of(id)).containsExactly("1 CommodityCreated");
    assertThat(Outbox.lastOf(id))
        .contains("\"tradeUnitFactor\": \"170\"", "\"rateUnitFactor\": \"355.6222\"")
        .contains("Staple Length", "LIGHT SPOTTED", "\"currency\": \"INR\"");
    assertThat(as().get(PATH + "/" + id).jsonPath().getString("code")).isEqualTo(code);
  }

  @Test
  void a_candy_of_the_commoditys_own_reaches_the_subscribers_as_the_factor_of_its_unit() {
    Response created =
        create(
            "/commodities",
            body().replace("\"rateUnit\"", "\"candyWeight\": \"355.56\", \"rateUnit\""));

    assertThat(created.<String>path("candyWeight")).isEqualTo("355.56");
    assertThat(Outbox.lastOf(created.path("id"))).contains("\"rateUnitFactor\": \"355.56\"");
    Response amount =
        as().body("{\"tradeQuantity\": \"600\", \"ratePerUnit\": \"50000\"}")
            .post(PATH + "/" + created.path("id") + "/conversions");
    assertThat(amount.<String>path("amount.amount")).isEqualTo("14343570.71");
  }

  @Test
  void the_weight_of_a_bale_is_not_taken_for_that_of_a_candy() {
    Response answer =
        as().body(body().replace("\"BALE\"", "\"CANDY\", \"standardWeightPerUnit\": \"355.56\""))
            .post(PATH);

    refused(answer, 422, "invalid-request", Outbox.size());
    assertThat(answer.<String>path("errors[0].pointer")).isEqualTo("/standardWeightPerUnit");
    assertThat(answer.<String>path("errors[0].detail")).contains("candyWeight");
  }

  @Test
  void a_change_needs_the_version_it_changes_and_is_published_when_it_changes_something() {
    Response created = create("/commodities", body());
    String id = created.path("id");
    String etag = created.header("ETag");
    String changed = body().replace("5.00", "12.00");

    long before = Outbox.size();
    refused(as().body(changed).put(PATH + "/" + id), 428, "if-match-required", before);
    refused(
        as().header("If-Match", "\"77\"").body(changed).put(PATH + "/" + id),
        412,
        "stale-version",
        before);
    Response answer = as().header("If-Match", etag).body(changed).put(PATH + "/" + id);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header("ETag")).isNotEqualTo(etag);
    assertThat(answer.jsonPath().getList("parameters")).isEmpty();
    assertThat(Outbox.of(id)).containsExactly("1 CommodityCreated", "2 CommodityUpdated");
    as().header("If-Match", answer.header("ETag"))
        .body(changed)
        .put(PATH + "/" + id)
        .then()
        .statusCode(200);
    assertThat(Outbox.of(id)).hasSize(2);
  }

  @Test
  void it_is_taken_out_of_use_and_brought_back() {
    String id = create("/commodities", body()).path("id");

    as().post(PATH + "/" + id + "/deactivation").then().statusCode(200);
    refused(as().post(PATH + "/" + id + "/deactivation"), 400, "commodity-inactive", Outbox.size());
    as().post(PATH + "/" + id + "/activation").then().statusCode(200);

    assertThat(Outbox.of(id))
        .containsExactly("1 CommodityCreated", "2 CommodityDeactivated", "3 CommodityUpdated");
  }

  @Test
  void what_open_posts_use_is_not_deleted_and_what_nobody_uses_frees_its_code() {
    Response created = create("/commodities", body());
    String id = created.path("id");
    String etag = created.header("ETag");
    UUID post = UUID.randomUUID();
    RunningPostgres.execute(
        "INSERT INTO settings.reference_count_post (post_id, commodity_id) VALUES ('%s', '%s')"
            .formatted(post, id));

    refused(
        as().header("If-Match", etag).delete(PATH + "/" + id),
        409,
        "commodity-in-use",
        Outbox.size());
    RunningPostgres.execute(
        "DELETE FROM settings.reference_count_post WHERE post_id = '%s'".formatted(post));
    as().header("If-Match", etag).delete(PATH + "/" + id).then().statusCode(204);

    as().get(PATH + "/" + id).then().statusCode(404);
    assertThat(Outbox.of(id)).containsExactly("1 CommodityCreated", "2 CommodityDeactivated");
    create("/commodities", body());
  }

  @Test
  void two_commodities_have_no_code_in_common() {
    create("/commodities", body());

    refused(as().body(body()).post(PATH), 409, "commodity-code-taken", Outbox.size());
  }

  @Test
  void a_repeated_request_is_executed_once() {
    String key = UUID.randomUUID().toString();
    Response first = as().header("Idempotency-Key", key).body(body()).post(PATH);
    Response second = as().header("Idempotency-Key", key).body(body()).post(PATH);

    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
    assertThat(Outbox.of(first.path("id"))).hasSize(1);
  }

  @Test
  void keys_of_yesterday_go_as_new_ones_come() throws SQLException {
    RunningPostgres.execute(
        """
        INSERT INTO http_idempotency_key (caller, operation, key, request_hash, created_at)
        SELECT 'somebody', 'something', 'old-' || n, '', clock_timestamp() - interval '25 hours'
        FROM generate_series(1, 30) AS n
        """);

    as().header("Idempotency-Key", UUID.randomUUID().toString()).body(body()).post(PATH);

    try (var connection = RunningPostgres.connection();
        var rows =
            connection
                .createStatement()
                .executeQuery("SELECT count(*) FROM http_idempotency_key WHERE key LIKE 'old-%'")) {
      rows.next();
      assertThat(rows.getLong(1)).isEqualTo(10);
    }
    RunningPostgres.execute("DELETE FROM http_idempotency_key WHERE key LIKE 'old-%'");
  }

  @Test
  void G11_bad_input_gets_a_problem_and_changes_nothing() {
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("/gstRate", body().replace("5.00", "100.01"));
    wrong.put("/code", body().replace(code, "small letters"));
    wrong.put("/hsnCode", body().replace("5201", "52"));
    wrong.put("/baseUnit", body().replace("\"KG\"", "\"BALE\""));
    wrong.put("/tradeUnit", body().replace("\"BALE\"", "\"METER\""));
    wrong.put("/rateUnit", body().replace("\"CANDY\"", "\"STONE\""));
    wrong.put("/exportRules/restrictedCountries/0", body().replace("\"KP\"", "\"Korea\""));
    wrong.put(
        "/parameters/0/max",
        with("{\"name\": \"a\", \"type\": \"RANGE\", \"min\": \"1\", \"mandatory\": true}"));
    wrong.put(
        "/parameters/0/allowed",
        with("{\"name\": \"a\", \"type\": \"TEXT\", \"mandatory\": true}"));
    wrong.put(
        "/parameters/0/min",
        with("{\"name\": \"a\", \"type\": \"TEXT\", \"min\": \"1\", \"mandatory\": true}"));
    wrong.put(
        "/parameters/1/name",
        with(
            "{\"name\": \"a\", \"type\": \"NUMERIC\", \"mandatory\": true}, {\"name\": \"A\", \"type\": \"NUMERIC\", \"mandatory\": true}"));
    long before = Outbox.size();

    wrong.forEach(
        (pointer, body) -> {
          Response answer = as().body(body).post(PATH);
          refused(answer, 422, "invalid-request", before);
          assertThat(answer.jsonPath().getList("errors.pointer", String.class)).contains(pointer);
        });
    refused(as().body("{\"code\":").post(PATH), 400, "malformed-json", before);
    refused(as("COMMODITY_READ").body(body()).post(PATH), 403, "permission-missing", before);
    refused(as().get(PATH + "/" + UUID.randomUUID()), 404, "not-found", before);
  }

  private String with(String parameter) {
    return body()
        .replace("\"exportRules\"", "\"parameters\": [" + parameter + "], \"exportRules\"");
  }

  @Test
  void example_18_is_converted_and_priced_over_HTTP() {
    String id = create("/commodities", body()).path("id");

    Response answer =
        as().body("{\"tradeQuantity\": \"600\", \"ratePerUnit\": \"50000\"}")
            .post(PATH + "/" + id + "/conversions");

    assertThat(answer.jsonPath().getString("quantityInBaseUnit")).isEqualTo("102000");
    assertThat(answer.jsonPath().getString("amount.amount")).isEqualTo("14341061.95");
    assertThat(
            as().body("{\"tradeQuantity\": \"100\", \"tradeUnit\": \"candy\"}")
                .post(PATH + "/" + id + "/conversions")
                .jsonPath()
                .getString("quantityInBaseUnit"))
        .isEqualTo("35562.22");
    refused(
        as().body("{\"tradeQuantity\": \"0\"}").post(PATH + "/" + id + "/conversions"),
        422,
        "invalid-request",
        Outbox.size());
    refused(
        as().body("{\"tradeQuantity\": \"1\", \"tradeUnit\": \"METER\"}")
            .post(PATH + "/" + id + "/conversions"),
        400,
        "units-measure-different-things",
        Outbox.size());
  }

  @Test
  void templates_of_a_category_are_listed_with_their_use() {
    Response cotton = as().get("/api/v1/parameter-templates?category=Cotton");

    assertThat(cotton.jsonPath().getList("items.parameter.name", String.class))
        .containsSubsequence(
            "Staple Length",
            "Micronaire",
            "Strength",
            "Color Grade",
            "Trash Content",
            "Moisture Content");
    assertThat(as().get("/api/v1/units").jsonPath().getList("items.code"))
        .contains("CANDY", "BALE");
  }

  @Test
  void lists_are_paged_by_cursor_and_filtered() {
    String category = word();
    for (int i = 0; i < 3; i++) {
      create(
          "/commodities",
          body().replace(code, code + i).replace("\"cotton\"", "\"" + category + "\""));
    }

    Response first = as().get(PATH + "?category=" + category + "&limit=2");
    Response second =
        as().get(PATH + "?category=" + category + "&limit=2&after=" + first.path("next"));

    assertThat(first.jsonPath().getList("items")).hasSize(2);
    assertThat(second.jsonPath().getList("items")).hasSize(1);
    assertThat(second.jsonPath().getString("next")).isNull();
    assertThat(as().get(PATH + "?q=" + code + "1").jsonPath().getList("items")).hasSize(1);
  }

  @Test
  void a_query_parameter_that_the_address_does_not_know_is_refused_and_named() {
    Response list = as().get(PATH + "?number=TRD/000001&limit=1");
    Response one = as().get(PATH + "/" + UUID.randomUUID() + "?expand=all");

    assertThat(list.statusCode()).isEqualTo(422);
    assertThat(list.jsonPath().getString("type")).endsWith("/unknown-parameter");
    assertThat(list.jsonPath().getString("errors[0].pointer")).isEqualTo("/number");
    assertThat(list.jsonPath().getString("errors[0].detail")).contains("limit");
    assertThat(one.statusCode()).isEqualTo(422);
  }

  @Test
  void any_version_of_a_list_in_If_Match_may_be_the_current_one_and_a_weak_one_is_not() {
    Response created = create("/commodities", body());
    String at = PATH + "/" + created.path("id");
    String current = created.header("ETag");

    Response weak = as().header("If-Match", "W/" + current).body(body()).put(at);
    Response listed = as().header("If-Match", "\"77\", " + current).body(body()).put(at);
    Response others = as().header("If-Match", "\"77\",\"78\"").body(body()).put(at);

    assertThat(weak.statusCode()).isEqualTo(412);
    assertThat(listed.statusCode()).isEqualTo(200);
    assertThat(others.statusCode()).isEqualTo(412);
  }

  @Test
  void a_repeated_request_gets_the_bytes_of_the_first_answer() {
    String key = UUID.randomUUID().toString();

    Response first = as().header("Idempotency-Key", key).body(body()).post(PATH);
    Response again = as().header("Idempotency-Key", key).body(body()).post(PATH);

    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(again.contentType()).isEqualTo(first.contentType());
  }
}
