package com.cottonerp.partners.sharedcontacts;

import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.amendment;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.asExternal;
import static com.cottonerp.partners.testkit.Onboarding.body;
import static com.cottonerp.partners.testkit.Onboarding.gstin;
import static com.cottonerp.partners.testkit.Onboarding.pan;
import static com.cottonerp.partners.testkit.Onboarding.partner;
import static com.cottonerp.partners.testkit.Onboarding.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.cottonerp.partners.testkit.Onboarding;
import com.cottonerp.partners.testkit.Received;
import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class SharedContactTest {
  private static final String APPROVE = "{\"decision\": \"approve\"}";
  private static final String IN_PUNE =
      """
      {"type": "%s", "name": "Pune", "address": {"line": "3 Mill Road", "city": "Pune", "state": "Maharashtra",
       "postalCode": "411001", "country": "IN"}%s}""";

  @Inject Received received;

  private final String sellersPan = pan();
  private UUID seller;
  private UUID buyer;

  @BeforeEach
  void two_partners() {
    seller =
        UUID.fromString(
            partner(body(sellersPan, "private_limited", "2015-04-01"), Onboarding.PAPERS));
    buyer = UUID.fromString(partner());
  }

  @Test
  void only_the_parties_of_a_trade_see_name_gstin_and_registered_address_of_each_other() {
    refused(contactOf(seller, buyer, ""), 403, "contact-not-shared");
    refused(contactOf(buyer, seller, ""), 403, "contact-not-shared");

    trade(buyer, seller);

    contactOf(seller, buyer, "")
        .then()
        .statusCode(200)
        .body("legalName", equalTo("Acme Cotton"))
        .body("gstin", equalTo(gstin("24", sellersPan)))
        .body("noGstReason", nullValue())
        .body("registeredAddress.line", equalTo("1 Mill Road"))
        .body("registeredAddress.postalCode", equalTo("360001"))
        .body("contact.email", equalTo("a@acme.example"))
        .body("$", not(org.hamcrest.Matchers.hasKey("panNumber")));
    contactOf(buyer, seller, "").then().statusCode(200).body("gstin.length()", equalTo(15));
    refused(contactOf(seller, UUID.randomUUID(), ""), 403, "contact-not-shared");
    refused(contactOf(seller, UUID.fromString(partner()), ""), 403, "contact-not-shared");
  }

  @Test
  void a_trade_names_the_registration_where_the_seller_ships_and_where_the_buyer_is_billed() {
    UUID branch = place(seller, "branch_different_state", ", \"gstin\": \"" + maharashtra() + "\"");
    UUID godown = place(seller, "warehouse", "");
    UUID fromBranch = trade(buyer, seller, buyer, branch);
    UUID fromGodown = trade(buyer, seller, buyer, godown);
    UUID fromOffice = trade(buyer, seller, buyer, seller);

    gstinIn(fromBranch, equalTo(maharashtra()));
    // Registrations are by state: the godown has none of its own.
    gstinIn(fromGodown, equalTo(maharashtra()));
    gstinIn(fromOffice, equalTo(gstin("24", sellersPan)));
    contactOf(seller, buyer, "")
        .then()
        .statusCode(200)
        .body("gstin", equalTo(gstin("24", sellersPan)));
  }

  @Test
  void a_trade_of_others_is_not_there() {
    trade(buyer, seller);
    UUID third = UUID.fromString(partner());
    UUID others = trade(third, seller);

    refused(contactOf(seller, buyer, "?tradeId=" + others), 404, "not-found");
    refused(contactOf(seller, buyer, "?tradeId=" + UUID.randomUUID()), 404, "not-found");
    refused(contactOf(buyer, seller, "?tradeId=" + others), 404, "not-found");
    contactOf(seller, third, "?tradeId=" + others).then().statusCode(200);
  }

  @Test
  void the_answer_follows_the_registration_and_says_why_there_is_none() {
    UUID trade = trade(buyer, seller);

    decided(
        "{\"tax\": {\"taxIdType\": \"gst\", \"taxIdNumber\": \"%s\"}}"
            .formatted(gstin("24", sellersPan, '2')));
    gstinIn(trade, equalTo(gstin("24", sellersPan, '2')));

    decided("{\"tax\": {\"noGstReason\": \"turnover_below_threshold\"}}");
    contactOf(seller, buyer, "?tradeId=" + trade)
        .then()
        .statusCode(200)
        .body("gstin", nullValue())
        .body("noGstReason", equalTo("turnover_below_threshold"));
  }

  @Test
  void internal_users_see_a_gstin_as_they_see_every_identifier() {
    as("clerk", "PARTNER_READ")
        .get(PARTNERS + "/" + seller + "/contact")
        .then()
        .statusCode(200)
        .body("gstin", equalTo("*".repeat(11) + gstin("24", sellersPan).substring(11)));
    as("clerk")
        .get(PARTNERS + "/" + seller + "/contact")
        .then()
        .body("gstin", equalTo(gstin("24", sellersPan)));
  }

  private String maharashtra() {
    return gstin("27", sellersPan);
  }

  private void gstinIn(UUID trade, org.hamcrest.Matcher<String> expected) {
    contactOf(seller, buyer, "?tradeId=" + trade).then().statusCode(200).body("gstin", expected);
  }

  private static Response contactOf(UUID partner, UUID reader, String query) {
    return asExternal("reader", reader).get(PARTNERS + "/" + partner + "/contact" + query);
  }

  private static UUID place(UUID partner, String type, String more) {
    return UUID.fromString(
        as("clerk")
            .body(IN_PUNE.formatted(type, more))
            .post(PARTNERS + "/" + partner + "/locations")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  private void decided(String proposed) {
    String asked = amendment("requester", seller.toString(), "update_gst", proposed);
    as("director")
        .body(APPROVE)
        .post(PARTNERS + "/" + seller + "/amendments/" + asked + "/decision")
        .then()
        .statusCode(200);
  }

  private UUID trade(UUID buyer, UUID seller) {
    return trade(buyer, seller, buyer, seller);
  }

  private UUID trade(UUID buyer, UUID seller, UUID billTo, UUID shipFrom) {
    UUID trade = UUID.randomUUID();
    received.trade(
        trade, 1, "TradeCreated", created(trade, List.of(buyer, seller, billTo, shipFrom)));
    received.trade(
        trade,
        2,
        "PartnerContactShared",
        "{\"tradeId\": \"%s\", \"number\": \"TR-2026-00001\", \"buyerId\": \"%s\", \"sellerId\": \"%s\"}"
            .formatted(trade, buyer, seller));
    return trade;
  }

  private static String created(UUID trade, List<UUID> ids) {
    return """
        {"tradeId": "%s", "number": "TR-2026-00001", "buyerId": "%s", "sellerId": "%s",
         "value": {"amount": "1.00", "currency": "INR"},
         "billTo": {"locationId": "%s", "name": "B", "city": "Rajkot", "country": "IN"},
         "shipFrom": {"locationId": "%s", "name": "S", "city": "Rajkot", "country": "IN"}}"""
        .formatted(trade, ids.get(0), ids.get(1), ids.get(2), ids.get(3));
  }
}
