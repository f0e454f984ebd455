package com.cottonerp.partners.brokerconsent;

import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.asExternal;
import static com.cottonerp.partners.testkit.Onboarding.partner;
import static com.cottonerp.partners.testkit.Onboarding.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class BrokerConsentTest {
  private final LocalDate today = BusinessDay.today(Clock.systemUTC());
  private String partner;
  private String path;

  @BeforeEach
  void a_partner() {
    partner = partner();
    path = PARTNERS + "/" + partner + "/broker-consent";
  }

  private static String until(LocalDate day) {
    return "{\"validUntil\": \"%s\"}".formatted(day);
  }

  private static String recorded(LocalDate day) {
    return "{\"validUntil\": \"%s\", \"evidence\": \"Letter 17 of 1 October 2026\"}".formatted(day);
  }

  @Test
  void a_user_of_the_partner_gives_consent_and_takes_it_back() {
    refused(as("clerk").get(path), 404, "not-found");

    asExternal("owner", UUID.fromString(partner))
        .body(until(today.plusMonths(6)))
        .post(path)
        .then()
        .statusCode(200)
        .body("given", equalTo(true))
        .body("validUntil", equalTo(today.plusMonths(6).toString()))
        .body("recordedByBroker", equalTo(false));
    asExternal("owner", UUID.fromString(partner))
        .body("{\"reason\": \"We trade ourselves\"}")
        .post(path + "/withdrawal")
        .then()
        .statusCode(200)
        .body("given", equalTo(false))
        .body("validUntil", nullValue());
    refused(
        as("clerk").body("{\"reason\": \"again\"}").post(path + "/withdrawal"),
        400,
        "consent-not-given");
    as("clerk").get(path).then().statusCode(200).body("evidence", equalTo("We trade ourselves"));
    refused(as("clerk").body(recorded(today)).post(path), 400, "consent-withdrawn");
  }

  @Test
  void a_user_of_the_brokerage_says_where_the_partner_gave_it() {
    refused(as("clerk").body(until(today)).post(path), 422, "invalid-request");
    as("clerk")
        .body(recorded(today))
        .post(path)
        .then()
        .statusCode(200)
        .body("recordedByBroker", equalTo(true))
        .body("evidence", equalTo("Letter 17 of 1 October 2026"));
  }

  @Test
  void it_lasts_a_year_at_most_and_not_into_the_past() {
    as("clerk").body(recorded(today.plusYears(1))).post(path).then().statusCode(200);
    for (LocalDate wrong : new LocalDate[] {today.plusYears(1).plusDays(1), today.minusDays(1)}) {
      refused(as("clerk").body(recorded(wrong)).post(path), 422, "invalid-request");
    }
    as("clerk").get(path).then().body("validUntil", equalTo(today.plusYears(1).toString()));
  }

  @Test
  void nobody_gives_the_consent_of_another_partner() {
    String other = partner();

    refused(
        asExternal("stranger", UUID.fromString(other)).body(until(today)).post(path),
        403,
        "somebody-elses-partner");
    refused(as("clerk").get(path), 404, "not-found");
  }

  @Test
  void each_change_is_published_without_the_evidence() {
    String event = as("clerk").body(recorded(today)).post(path).header("Event-Id");
    as("clerk")
        .body("{\"reason\": \"Letter 18\"}")
        .post(path + "/withdrawal")
        .then()
        .statusCode(200);

    String consent = event.replaceAll(".*subject=\"([^\"]*)\".*", "$1");
    assertThat(RunningPostgres.published().of(consent))
        .hasSize(2)
        .allMatch(published -> published.type().equals("PartnerBrokerConsentChanged"))
        .noneMatch(published -> published.payload().contains("Letter"));
  }
}
