package com.cottonerp.tradedesk.trades;

import static com.cottonerp.tradedesk.testkit.Deal.accepted;
import static com.cottonerp.tradedesk.testkit.Deal.moved;
import static com.cottonerp.tradedesk.testkit.Deal.offered;
import static com.cottonerp.tradedesk.testkit.Desk.as;
import static com.cottonerp.tradedesk.testkit.Desk.internal;
import static com.cottonerp.tradedesk.testkit.Desk.posted;
import static com.cottonerp.tradedesk.testkit.Desk.refused;
import static com.cottonerp.tradedesk.testkit.Desk.statusOf;
import static com.cottonerp.tradedesk.testkit.Desk.wish;
import static com.cottonerp.tradedesk.testkit.RunningPostgres.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.cottonerp.contracts.partners.v1.PartnerRelationshipsChanged;
import com.cottonerp.contracts.partners.v1.PartnerSuspended;
import com.cottonerp.tradedesk.testkit.Deal;
import com.cottonerp.tradedesk.testkit.Market;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class TradeTest {
  @Inject Market market;

  @Test
  void an_agreement_becomes_a_trade_with_everything_that_follows() {
    Deal deal = Deal.in(market);
    JsonPath trade = deal.trade(deal.agreed()).then().statusCode(201).extract().jsonPath();
    String id = trade.getString("id");

    assertThat(trade.getString("number")).matches("TR-\\d{4}-\\d{5}");
    assertThat(trade.getString("status")).isEqualTo("active");
    // 500 bales of 170 kg at 49 500 a candy of 355.6222 kg
    assertThat(trade.getString("value.amount")).isEqualTo("11831376.11");
    assertThat(trade.getString("gst.treatment")).isEqualTo("INTRA_STATE");
    assertThat(trade.getString("gst.cgst")).isEqualTo("295784.40");
    assertThat(trade.getString("shipTo.stateCode")).isEqualTo("24");
    assertThat(events(id)).containsExactly("1 TradeCreated", "2 PartnerContactShared");
    JsonPath offer = as(deal.seller).get("/api/v1/availabilities/" + deal.availability).jsonPath();
    assertThat(offer.getString("soldQuantity")).isEqualTo("500.000");
    assertThat(offer.getString("reservedQuantity")).isEqualTo("0.000");
    assertThat(statusOf(deal.buyer, "requirements/" + deal.requirement)).isEqualTo("fulfilled");
    assertThat(openPositions(id)).containsExactlyInAnyOrder("BUY", "SELL");
    assertThat(openPositions(deal.requirement.toString())).isEmpty();
    assertThat(openPositions(deal.availability.toString())).containsExactly("SELL");
  }

  @Test
  void a_trade_is_found_by_number_partner_commodity_day_and_in_either_order() {
    Deal first = Deal.in(market);
    JsonPath older = first.trade(first.agreed()).then().statusCode(201).extract().jsonPath();
    Deal second = Deal.in(market);
    JsonPath newer = second.trade(second.agreed()).then().statusCode(201).extract().jsonPath();
    String id = older.getString("id");
    String day = older.getString("tradeDate");

    assertThat(found("number=" + older.getString("number"))).containsExactly(id);
    assertThat(found("partnerId=" + first.buyer)).containsExactly(id);
    assertThat(found("partnerId=" + first.seller + "&status=active")).containsExactly(id);
    assertThat(found("partnerId=" + first.seller + "&status=cancelled")).isEmpty();
    assertThat(found("commodityId=" + older.getString("commodityId"))).contains(id);
    assertThat(found("partnerId=%s&tradedFrom=%s&tradedTo=%2$s".formatted(first.buyer, day)))
        .containsExactly(id);
    assertThat(found("partnerId=" + first.buyer + "&tradedTo=2001-01-01")).isEmpty();
    String later = newer.getString("id");
    assertThat(found("order=newest&limit=200")).containsSubsequence(later, id);
    assertThat(found("limit=200&tradedFrom=" + day)).containsSubsequence(later, id);
    assertThat(found("order=oldest&limit=200")).containsSubsequence(id, later);
    assertThat(
            as(second.buyer)
                .get("/api/v1/trades?partnerId=" + first.buyer)
                .jsonPath()
                .getList("items"))
        .isEmpty();
    assertThat(internal().get("/api/v1/trades?order=dearest").statusCode()).isEqualTo(422);
    assertThat(internal().get("/api/v1/trades?number=1").statusCode()).isEqualTo(422);
  }

  private static List<String> found(String query) {
    return internal().get("/api/v1/trades?" + query).jsonPath().getList("items.id");
  }

  @Test
  void example_22_between_states_the_tax_is_integrated() {
    UUID seller = market.partner();
    UUID buyer = market.partner();
    market.branch(seller, "Gujarat", "24");
    market.branch(buyer, "Maharashtra", "27");
    Deal deal = Deal.between(market, market.cotton(false), seller, buyer);

    JsonPath trade = deal.trade(deal.agreed()).then().statusCode(201).extract().jsonPath();

    assertThat(trade.getString("gst.treatment")).isEqualTo("INTER_STATE");
    assertThat(trade.getString("gst.igst")).isEqualTo("591568.81");
    assertThat(trade.getString("gst.cgst")).isEqualTo("0.00");
  }

  @Test
  void a_negotiation_becomes_one_trade_only_and_only_once_it_is_accepted() {
    Deal deal = Deal.in(market);
    String open = deal.negotiation();
    refused(deal.trade(open), 400, "negotiation-not-active");
    offered(deal.buyer, open, "49500.00", "500").then().statusCode(200);
    accepted(deal.seller, open).then().statusCode(200);
    deal.trade(open).then().statusCode(201);

    refused(deal.trade(open), 409, "already-traded");
    refused(
        as(deal.buyer)
            .body(
                "{\"negotiationId\": \"%s\", \"acknowledgedBindingContract\": false}"
                    .formatted(open))
            .post("/api/v1/trades"),
        422,
        "invalid-request");
  }

  @Test
  void branches_have_to_be_there_and_to_be_ones_own() {
    UUID seller = market.partner();
    UUID buyer = market.partner();
    UUID sellersBranch = market.branch(seller, "Gujarat", "24");
    Deal deal = Deal.between(market, market.cotton(false), seller, buyer);
    String agreed = deal.agreed();

    refused(deal.trade(agreed), 400, "branch-missing");
    refused(
        as(buyer)
            .body(
                "{\"negotiationId\": \"%s\", \"shipToBranchId\": \"%s\", \"acknowledgedBindingContract\": true}"
                    .formatted(agreed, sellersBranch))
            .post("/api/v1/trades"),
        400,
        "somebody-elses-branch");
    market.branch(buyer, "Gujarat", "24");
    deal.trade(agreed).then().statusCode(201);
  }

  @Test
  void each_side_says_what_is_its_to_say() {
    Deal deal = Deal.in(market);
    String id = deal.traded();

    refused(moved(deal.buyer, id, "in_transit"), 403, "not-your-move");
    refused(moved(deal.seller, id, "delivered"), 400, "trade-not-movable");
    moved(deal.seller, id, "in_transit").then().statusCode(200);
    refused(moved(deal.seller, id, "delivered"), 403, "not-your-move");
    moved(deal.buyer, id, "delivered").then().statusCode(200);
    moved(deal.buyer, id, "completed").then().statusCode(200);
    refused(moved(deal.buyer, id, "cancelled"), 400, "trade-not-movable");
    refused(moved(market.partner(), id, "disputed"), 404, "not-found");

    assertThat(openPositions(id)).isEmpty();
    assertThat(events(id)).hasSize(5).last().isEqualTo("5 TradeStatusChanged");
  }

  @Test
  void a_completed_trade_that_is_disputed_binds_both_parties_again_until_it_is_settled() {
    Deal deal = Deal.in(market);
    String id = deal.traded();
    moved(deal.seller, id, "in_transit").then().statusCode(200);
    moved(deal.buyer, id, "delivered").then().statusCode(200);
    moved(deal.buyer, id, "completed").then().statusCode(200);

    moved(deal.buyer, id, "disputed").then().statusCode(200);
    assertThat(openPositions(id)).containsExactlyInAnyOrder("BUY", "SELL");
    internal()
        .body("{\"status\": \"completed\", \"reason\": \"allowance paid\"}")
        .post("/api/v1/trades/" + id + "/status")
        .then()
        .statusCode(200);
    assertThat(openPositions(id)).isEmpty();
  }

  @Test
  void goods_that_arrived_do_not_come_back_on_offer_when_the_clerk_cancels() {
    Deal deal = Deal.in(market);
    String id = deal.traded();
    moved(deal.seller, id, "in_transit").then().statusCode(200);
    as(deal.buyer)
        .body("{\"status\": \"delivered\", \"quantity\": \"200\"}")
        .post("/api/v1/trades/" + id + "/status")
        .then()
        .statusCode(200)
        .body("dispatchedQuantity", equalTo("500.000"))
        .body("deliveredQuantity", equalTo("200.000"));
    moved(deal.buyer, id, "disputed").then().statusCode(200);
    internal()
        .body("{\"status\": \"cancelled\", \"reason\": \"300 bales never came\"}")
        .post("/api/v1/trades/" + id + "/status")
        .then()
        .statusCode(200);

    JsonPath offer = as(deal.seller).get("/api/v1/availabilities/" + deal.availability).jsonPath();
    assertThat(offer.getString("availableQuantity")).isEqualTo("400.000");
    assertThat(offer.getString("soldQuantity")).isEqualTo("200.000");
    JsonPath wish = as(deal.buyer).get("/api/v1/requirements/" + deal.requirement).jsonPath();
    assertThat(wish.getString("purchasedQuantity")).isEqualTo("200.000");
  }

  @Test
  void a_cancelled_trade_gives_the_stock_back_and_is_wanted_again() {
    Deal deal = Deal.in(market);
    String id = deal.traded();
    moved(deal.seller, id, "disputed").then().statusCode(200);
    refused(moved(deal.seller, id, "cancelled"), 403, "not-your-move");

    internal()
        .body("{\"status\": \"cancelled\", \"reason\": \"lorry burnt\"}")
        .post("/api/v1/trades/" + id + "/status")
        .then()
        .statusCode(200);

    JsonPath offer = as(deal.seller).get("/api/v1/availabilities/" + deal.availability).jsonPath();
    assertThat(offer.getString("availableQuantity")).isEqualTo("600.000");
    assertThat(offer.getString("soldQuantity")).isEqualTo("0.000");
    assertThat(statusOf(deal.buyer, "requirements/" + deal.requirement)).isEqualTo("active");
    assertThat(openPositions(id)).isEmpty();
    assertThat(openPositions(deal.requirement.toString())).containsExactly("BUY");
  }

  @Test
  void a_cancelled_trade_opens_no_post_of_a_party_that_may_not_trade_any_more() {
    Deal deal = Deal.in(market);
    String id = deal.traded();
    moved(deal.seller, id, "disputed").then().statusCode(200);
    market.partnerEvent(deal.buyer, new PartnerSuspended(deal.buyer, "papers"));

    internal()
        .body("{\"status\": \"cancelled\", \"reason\": \"lorry burnt\"}")
        .post("/api/v1/trades/" + id + "/status")
        .then()
        .statusCode(200);

    assertThat(statusOf(deal.buyer, "requirements/" + deal.requirement)).isEqualTo("blocked");
    assertThat(openPositions(deal.requirement.toString())).isEmpty();
    assertThat(statusOf(deal.seller, "availabilities/" + deal.availability)).isEqualTo("active");
  }

  @Test
  void the_same_parties_do_not_trade_the_other_way_round_on_the_same_day() {
    Deal deal = Deal.in(market);
    deal.traded();
    Deal back = Deal.between(market, deal.cotton, deal.buyer, deal.seller);
    String negotiation = back.negotiation();
    offered(back.buyer, negotiation, "49500.00", "100").then().statusCode(200);

    refused(accepted(back.seller, negotiation), 400, "wash-trading");
  }

  @Test
  void what_happened_since_the_agreement_stops_the_trade() {
    Deal judged = Deal.in(market);
    String first = judged.agreed();
    market.judge("MATCH", judged.match, "FAIL", "50", "SAME_PAN");
    refused(judged.trade(first), 400, "counterparty-unavailable");

    Deal related = Deal.in(market);
    String second = related.agreed();
    market.partnerEvent(
        related.buyer, new PartnerRelationshipsChanged(related.buyer, related.seller, null));
    refused(related.trade(second), 400, "related-party");

    Deal blocked = Deal.in(market);
    String third = blocked.agreed();
    market.judge("AVAILABILITY", blocked.availability, "FAIL", "40", "OVER_LIMIT");
    refused(blocked.trade(third), 400, "availability-not-open");
  }

  @Test
  void a_cancelled_trade_gives_way_to_what_was_posted_again_meanwhile() {
    Deal deal = Deal.in(market);
    String id = deal.traded();
    UUID again =
        posted(deal.buyer, "requirements", wish(deal.cotton, deal.place, "100", "500", "52000.00"));

    moved(deal.seller, id, "disputed").then().statusCode(200);
    internal()
        .body("{\"status\": \"cancelled\", \"reason\": \"lorry burnt\"}")
        .post("/api/v1/trades/" + id + "/status")
        .then()
        .statusCode(200);

    assertThat(statusOf(deal.buyer, "requirements/" + deal.requirement)).isEqualTo("cancelled");
    assertThat(statusOf(deal.buyer, "requirements/" + again)).isEqualTo("pending_risk");
    assertThat(statusOf(deal.buyer, "matches/" + deal.match)).isEqualTo("closed");
    assertThat(openPositions(deal.requirement.toString())).isEmpty();
  }

  @Test
  void a_suspended_party_makes_no_trade() {
    Deal deal = Deal.in(market);
    String agreed = deal.agreed();
    market.partnerEvent(deal.seller, new PartnerSuspended(deal.seller, "papers"));

    refused(deal.trade(agreed), 400, "counterparty-unavailable");
  }

  @Test
  void example_23_numbers_have_no_gap_and_no_double_however_many_trades_are_made_at_once()
      throws Exception {
    List<Deal> deals = new ArrayList<>();
    List<String> agreed = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      deals.add(Deal.in(market));
      agreed.add(deals.get(i).agreed());
    }
    ExecutorService users = Executors.newFixedThreadPool(6);
    List<Integer> numbers = new ArrayList<>();
    try {
      List<Future<Response>> answers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Deal deal = deals.get(i);
        String negotiation = agreed.get(i);
        // Half of them fail after the stock was sold: no number is lost with them.
        String body =
            i % 2 == 0
                ? "{\"negotiationId\": \"%s\", \"acknowledgedBindingContract\": true}"
                    .formatted(negotiation)
                : "{\"negotiationId\": \"%s\", \"shipToBranchId\": \"%s\", \"acknowledgedBindingContract\": true}"
                    .formatted(negotiation, UUID.randomUUID());
        answers.add(users.submit(() -> as(deal.buyer).body(body).post("/api/v1/trades")));
      }
      for (Future<Response> answer : answers) {
        if (answer.get().statusCode() == 201) {
          String number = answer.get().path("number");
          numbers.add(Integer.valueOf(number.substring(number.lastIndexOf('-') + 1)));
        }
      }
    } finally {
      users.shutdown();
    }
    numbers.sort(Integer::compare);

    assertThat(numbers).hasSize(3);
    assertThat(numbers.get(1)).isEqualTo(numbers.get(0) + 1);
    assertThat(numbers.get(2)).isEqualTo(numbers.get(1) + 1);
  }

  private static List<String> openPositions(String subject) {
    return RunningPostgres.rowsOf(
        "SELECT side FROM trade_desk.position WHERE open AND subject_id = '" + subject + "'");
  }
}
