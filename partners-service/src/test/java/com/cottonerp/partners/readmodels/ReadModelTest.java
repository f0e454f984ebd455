package com.cottonerp.partners.readmodels;

import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.partner;
import static com.cottonerp.partners.testkit.Onboarding.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.cottonerp.partners.testkit.Received;
import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class ReadModelTest {
  private static final String POSITION =
      """
      {"positionId": "%s", "partnerId": "%s", "subjectType": "AVAILABILITY", "subjectId": "%s", "side": "SELL",
       "commodityId": "0190c2f8-1111-7222-8333-444455556666", "openQuantity": "100", "baseUnit": "KG",
       "value": {"amount": "1.00", "currency": "INR"}}
      """;
  private static final String TRADE =
      """
      {"tradeId": "%s", "number": "TR-2026-00001", "buyerId": "%s", "sellerId": "%s", "oldStatus": "ACTIVE",
       "newStatus": "%s", "changedBy": "somebody"}
      """;

  @Inject Received received;
  private final UUID subject = UUID.randomUUID();

  private static void leaves(String partner, int status) {
    as("manager")
        .body("{\"reason\": \"closed\"}")
        .post(PARTNERS + "/" + partner + "/deactivation")
        .then()
        .statusCode(status);
  }

  @Test
  void a_partner_leaves_only_when_no_position_of_it_is_open() {
    String partner = partner();
    received.trade(subject, 1, "PositionOpened", POSITION.formatted(subject, partner, subject));

    refused(
        as("manager")
            .body("{\"reason\": \"closed\"}")
            .post(PARTNERS + "/" + partner + "/deactivation"),
        409,
        "open-business-left");
    as("clerk")
        .get(PARTNERS + "/" + partner + "/open-business")
        .then()
        .body("open", equalTo(1))
        .body("oldest[0].id", equalTo(subject.toString()));

    received.trade(
        subject,
        2,
        "PositionClosed",
        "{\"positionId\": \"%s\", \"partnerId\": \"%s\", \"subjectId\": \"%s\", \"reason\": \"SOLD\"}"
            .formatted(subject, partner, subject));
    leaves(partner, 200);
  }

  @Test
  void an_open_trade_keeps_both_parties_until_it_is_completed() {
    String buyer = partner();
    String seller = partner();
    received.trade(
        subject, 1, "TradeStatusChanged", TRADE.formatted(subject, buyer, seller, "IN_TRANSIT"));
    received.trade(
        subject, 2, "TradeStatusChanged", TRADE.formatted(subject, buyer, seller, "DELIVERED"));
    leaves(buyer, 409);
    leaves(seller, 409);

    received.trade(
        subject, 3, "TradeStatusChanged", TRADE.formatted(subject, buyer, seller, "COMPLETED"));
    leaves(buyer, 200);
    leaves(seller, 200);
  }

  @Test
  void how_risk_sees_a_partner_is_shown_and_searched() {
    String partner = partner();
    String standing = PARTNERS + "/" + partner + "/risk-standing";
    refused(as("clerk").get(standing), 404, "not-found");

    received.risk(
        UUID.fromString(partner),
        1,
        "PartnerRiskAssessed",
        """
        {"partnerId": "%s", "riskScore": 65, "category": "MEDIUM",
         "recommendedCreditLimit": {"amount": "500000.00", "currency": "INR"}, "factors": []}
        """
            .formatted(partner));
    received.risk(
        UUID.fromString(partner),
        2,
        "ExposureLevelChanged",
        """
        {"partnerId": "%s", "level": "YELLOW", "utilisation": "75.0000",
         "limit": {"amount": "1000000.00", "currency": "INR"}, "exposure": {"amount": "750000.00", "currency": "INR"}}
        """
            .formatted(partner));

    as("clerk")
        .get(standing)
        .then()
        .body("category", equalTo("MEDIUM"))
        .body("exposureLevel", equalTo("YELLOW"))
        .body("exposure.amount", equalTo("750000.00"))
        .body("sequence", equalTo(2));
    as("clerk")
        .get(PARTNERS + "?riskCategory=MEDIUM&limit=200")
        .then()
        .body("items.id", hasItem(partner));
    as("clerk")
        .get(PARTNERS + "?riskCategory=LOW&limit=200")
        .then()
        .body("items.id", not(hasItem(partner)));
  }
}
