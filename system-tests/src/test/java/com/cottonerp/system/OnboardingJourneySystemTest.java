package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.runner.ApiClient;
import com.cottonerp.system.testkit.Broker;
import com.cottonerp.system.testkit.Company;
import com.cottonerp.system.testkit.DirectoryFold;
import com.cottonerp.system.testkit.PartnerDirectory;
import com.cottonerp.system.testkit.Subscriber;
import com.cottonerp.system.testkit.TestSystem;
import com.cottonerp.system.testkit.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestSystem.Shared.class)
class OnboardingJourneySystemTest {
  private final TestSystem system;
  private final PartnerDirectory directory;
  private final ApiClient api;
  private final String partners;
  private final String tradeDesk;

  OnboardingJourneySystemTest(TestSystem system) {
    this.system = system;
    this.directory = system.partnerDirectory();
    this.api = system.api();
    this.partners = system.program("partners-service").url() + "/api/v1";
    this.tradeDesk = system.program("trade-desk-service").url() + "/api/v1";
  }

  @Test
  void G1_an_approved_partner_appears_in_the_directory_of_the_trade_desk() {
    try (Broker broker = system.broker();
        Subscriber subscriber = broker.subscribe()) {
      Company company = new Company(system).apply().handInVerifiedPapers();
      company.submit();
      UUID partnerId = company.approved();

      JsonNode entry = awaitEntry(partnerId, 2);

      assertThat(entry.path("legalName").asText()).isEqualTo("Gondal Ginning");
      assertThat(entry.path("status").asText()).isEqualTo("approved");
      assertThat(entry.path("kycStatus").asText()).isEqualTo("verified");
      assertThat(entry.path("creditLimit").path("amount").asText()).isEqualTo("5000000.00");
      assertThat(entry.path("paymentTermsDays").asInt()).isEqualTo(30);
      assertThat(entry.path("capabilities").path("domesticSellIndia").asBoolean()).isTrue();
      assertThat(entry.path("asOf").asText()).isNotBlank();
      awaitTypes(subscriber, partnerId, "PartnerCreated", "PartnerApproved");
      awaitTypes(
          subscriber,
          company.applicationId(),
          "PartnerDocumentUploaded",
          "PartnerDocumentVerified",
          "PartnerDocumentUploaded",
          "PartnerDocumentVerified",
          "PartnerDocumentUploaded",
          "PartnerDocumentVerified",
          "PartnerApplicationSubmitted");
      assertThat(subscriber.everything()).doesNotContain(company.gstin());
    }
  }

  @Test
  void G1_a_location_a_suspension_and_a_reactivation_follow_and_a_read_waits_for_its_write() {
    Company company = new Company(system).apply().handInVerifiedPapers();
    company.submit();
    UUID partnerId = company.approved();
    String partner = partners + "/partners/" + partnerId;

    api.post(
            partner + "/locations",
            """
            {"type": "warehouse", "name": "Gondal warehouse", "address": {"line": "Highway 27", "city": "Gondal",
             "state": "Gujarat", "postalCode": "360311", "country": "IN", "latitude": 21.96, "longitude": 70.80}}
            """)
        .expect(201);
    api.post(partner + "/suspension", "{\"reason\": \"Payment overdue\"}").expect(200);
    JsonNode suspended = awaitEntry(partnerId, 4);
    api.post(partner + "/reactivation", "{\"reason\": \"Paid\"}").expect(200);
    JsonNode reactivated = awaitEntry(partnerId, 5);
    ApiClient.Answer again =
        api.post(partner + "/suspension", "{\"reason\": \"Overdue again\"}").expect(200);
    JsonNode waitedFor =
        api.getOnceApplied(tradeDesk + "/partner-directory/" + partnerId, again.eventId())
            .expect(200)
            .body();

    assertThat(waitedFor.path("statusReason").asText()).isEqualTo("Overdue again");
    assertThat(waitedFor.path("sequence").asLong()).isEqualTo(6);
    assertThat(suspended.path("status").asText()).isEqualTo("suspended");
    assertThat(suspended.path("statusReason").asText()).isEqualTo("Payment overdue");
    assertThat(suspended.path("locations").findValuesAsText("name"))
        .containsExactly("Gondal warehouse");
    assertThat(reactivated.path("status").asText()).isEqualTo("approved");
    assertThat(directory.parked(partnerId)).isZero();
  }

  @Test
  void G10_a_partners_whole_life_reaches_the_trade_desk_as_its_events_fold() {
    Company company = new Company(system).apply().handInVerifiedPapers();
    company.submit();
    UUID partnerId = company.approved();
    String partner = partners + "/partners/" + partnerId;
    String place =
        "{\"type\": \"warehouse\", \"name\": \"%s\", \"defaultShipTo\": true, \"address\": {\"city\": \"Pune\","
            + " \"postalCode\": \"411001\", \"country\": \"IN\"}}";
    api.post(partner + "/locations", place.formatted("North yard")).expect(201);
    api.post(partner + "/locations", place.formatted("South yard")).expect(201);
    api.post(
            partner + "/credit-limit",
            "{\"creditLimit\": {\"amount\": \"750.00\", \"currency\": \"INR\"}, \"reason\": \"careful\"}")
        .expect(200);
    api.post(
            partner + "/capabilities",
            """
            {"capabilities": {"domesticBuyIndia": true, "domesticSellIndia": false, "domesticBuyHomeCountry": false,
             "domesticSellHomeCountry": false, "importAllowed": false, "exportAllowed": false}, "reason": "buys only"}
            """)
        .expect(200);
    String renewal =
        system
            .apiOf("who-asks")
            .post(partner + "/kyc-renewals", "{\"type\": \"adhoc\"}")
            .expect(201)
            .text("id");
    api.post(
            partner + "/kyc-renewals/" + renewal + "/completion",
            "{\"outcome\": \"failed\", \"notes\": \"no papers\"}")
        .expect(200);

    // created, approved, place, the default given up, place, limit, capabilities, expired,
    // suspended
    JsonNode entry = awaitEntry(partnerId, 9);

    assertThat(entry.path("status").asText()).isEqualTo("suspended");
    assertThat(entry.path("kycStatus").asText()).isEqualTo("expired");
    assertThat(directory.entries().get(partnerId))
        .isEqualTo(DirectoryFold.of(system.partnersOutbox()).entries().get(partnerId));
  }

  @Test
  void G11_who_may_not_decide_changes_nothing() {
    Company company = new Company(system).apply().handInVerifiedPapers();
    company.submit();

    ApiClient.Answer answer =
        company.decide(
            system.apiWith("a-reader", "PARTNER_READ"),
            "{\"decision\": \"reject\", \"notes\": \"No\"}");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body().path("type").asText()).isNotBlank();
    assertThat(company.approved()).isNotNull();
  }

  private JsonNode awaitEntry(UUID partnerId, long sequence) {
    String entry = tradeDesk + "/partner-directory/" + partnerId;
    Waiting.until(
        "the directory shows event %d of partner %s".formatted(sequence, partnerId),
        () -> api.get(entry).body().path("sequence").asLong() >= sequence);
    return api.get(entry).expect(200).body();
  }

  private static void awaitTypes(Subscriber subscriber, UUID aggregateId, String... types) {
    Waiting.untilAsserted(
        "the independent subscriber sees the events of " + aggregateId,
        () -> assertThat(subscriber.typesOf(aggregateId)).isEqualTo(List.of(types)));
  }
}
