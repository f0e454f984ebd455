package com.cottonerp.settings.terms;

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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class TradeTermTest {
  private static final String PATH = "/api/v1/trade-terms";
  private final String code = word();

  private String term(String kind, String attributes) {
    return "{\"kind\": \"%s\", \"code\": \"%s\", \"name\": \"The %s\"%s}"
        .formatted(kind, code, code, attributes);
  }

  @ParameterizedTest
  @EnumSource(TermKind.class)
  void the_usual_terms_of_every_kind_are_there_and_were_published(TermKind kind) {
    Response usual = as().get(PATH + "?kind=" + kind + "&limit=3");

    List<String> ids = usual.jsonPath().getList("items.termId");
    assertThat(ids).hasSizeGreaterThanOrEqualTo(2);
    ids.stream()
        .filter(id -> id.startsWith("01980000"))
        .forEach(id -> assertThat(Outbox.of(id).get(0)).isEqualTo("1 TradeTermCreated"));
  }

  @Test
  void a_usual_term_is_changed_like_any_other_and_its_sequence_goes_on() {
    String one = PATH + "/01980000-0000-7000-8000-00000000000e";
    String etag = as().get(one).header("ETag");

    as().header("If-Match", etag)
        .body(
            "{\"kind\": \"payment_term\", \"code\": \"NET30\", \"name\": \"Thirty days\", \"paymentDays\": 30}")
        .put(one)
        .then()
        .statusCode(200);

    assertThat(Outbox.of("01980000-0000-7000-8000-00000000000e"))
        .startsWith("1 TradeTermCreated", "2 TradeTermUpdated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trade_type|",
        "bargain_type|, \"requiresApproval\": true",
        "passing_term|, \"requiresQualityTest\": true",
        "weightment_term|, \"weightDeductionPercent\": \"0.50\"",
        "delivery_term|, \"includesFreight\": true, \"includesInsurance\": false",
        "payment_term|, \"paymentDays\": 45, \"paymentPercent\": \"100\""
      })
  void every_kind_has_its_attributes(String kind, String attributes) {
    String id =
        create("/trade-terms", term(kind, attributes == null ? "" : attributes)).path("termId");

    assertThat(Outbox.of(id)).containsExactly("1 TradeTermCreated");
    assertThat(as().get(PATH + "/" + id).<String>path("kind")).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trade_type|, \"requiresApproval\": true|/requiresApproval",
        "payment_term|, \"includesFreight\": true, \"paymentDays\": 1|/includesFreight",
        "payment_term|, \"paymentPercent\": \"50\"|/paymentDays",
        "payment_term|, \"paymentDays\": -1|/paymentDays",
        "weightment_term|, \"weightDeductionPercent\": \"100.01\"|/weightDeductionPercent",
        "gentlemens_term|, \"description\": \"x\"|/kind"
      })
  void G11_an_attribute_that_does_not_fit_is_refused(
      String kind, String attributes, String pointer) {
    Response answer = as().body(term(kind, attributes)).post(PATH);

    refused(answer, 422, "invalid-request", Outbox.size());
    assertThat(answer.jsonPath().getList("errors.pointer", String.class)).contains(pointer);
  }

  @Test
  void code_and_name_are_unique_within_a_kind() {
    create("/trade-terms", term("trade_type", ""));

    refused(as().body(term("trade_type", "")).post(PATH), 409, "term-taken", Outbox.size());
    create("/trade-terms", term("delivery_term", ""));
  }

  @Test
  void its_kind_stays_and_it_is_taken_out_of_use_not_deleted() {
    Response created = create("/trade-terms", term("trade_type", ""));
    String one = PATH + "/" + created.path("termId");

    refused(
        as().header("If-Match", created.header("ETag")).body(term("delivery_term", "")).put(one),
        422,
        "invalid-request",
        Outbox.size());
    as().post(one + "/deactivation").then().statusCode(200);
    refused(as().post(one + "/deactivation"), 400, "term-inactive", Outbox.size());
    as().post(one + "/activation").then().statusCode(200);

    assertThat(Outbox.of(created.path("termId")))
        .containsExactly("1 TradeTermCreated", "2 TradeTermUpdated", "3 TradeTermUpdated");
  }
}
