package com.cottonerp.tradedesk.lists;

import static com.cottonerp.platform.testkit.Answers.created;
import static com.cottonerp.tradedesk.testkit.Deal.offered;
import static com.cottonerp.tradedesk.testkit.Desk.as;
import static com.cottonerp.tradedesk.testkit.Desk.internal;
import static com.cottonerp.tradedesk.testkit.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.cottonerp.tradedesk.testkit.Deal;
import com.cottonerp.tradedesk.testkit.Desk;
import com.cottonerp.tradedesk.testkit.Market;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The lists of the desk, as a clerk and as a partner works with them. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class ListsTest {
  private static final String AVAILABILITIES = "/api/v1/availabilities";
  private static final String REQUIREMENTS = "/api/v1/requirements";
  private static final String NEGOTIATIONS = "/api/v1/negotiations";
  private static final String MATCHES = "/api/v1/matches";
  private static final String TRADES = "/api/v1/trades";

  @Inject Market market;

  @Test
  void the_pages_of_a_list_show_each_thing_once_in_every_order() {
    UUID seller = market.partner();
    UUID cotton = market.cotton(false);
    List<String> posted = new ArrayList<>();
    for (String price : List.of("50000.00", "48000.00", "52000.00", "48000.00", "50000.00")) {
      String quantity = String.valueOf(100 + posted.size());
      posted.add(
          Desk.posted(
                  seller, "availabilities", Desk.offer(cotton, market.rajkot(), quantity, price))
              .toString());
    }

    List<String> newest = new ArrayList<>(posted);
    Collections.reverse(newest);
    assertThat(walk(() -> as(seller), AVAILABILITIES, "?limit=2"))
        .containsExactlyElementsOf(newest);
    assertThat(walk(() -> as(seller), AVAILABILITIES, "?limit=2&order=oldest"))
        .containsExactlyElementsOf(posted);
    assertThat(walk(() -> as(seller), AVAILABILITIES, "?limit=2&order=highest"))
        .containsExactly(posted.get(2), posted.get(4), posted.get(0), posted.get(3), posted.get(1));
    assertThat(walk(() -> as(seller), AVAILABILITIES, "?limit=1&order=lowest"))
        .containsExactly(posted.get(1), posted.get(3), posted.get(0), posted.get(4), posted.get(2));
  }

  @Test
  void the_pages_of_a_partner_who_buys_and_sells_show_each_trade_once_in_every_order() {
    UUID partner = market.partner();
    UUID other = market.partner();
    market.branch(partner, "Gujarat", "24");
    market.branch(other, "Gujarat", "24");
    List<String> traded =
        List.of(
            traded(other, partner, "49500.00"),
            traded(partner, other, "49000.00"),
            traded(partner, other, "49200.00"),
            traded(other, partner, "48000.00"),
            traded(other, partner, "49000.00"));

    List<String> newest = new ArrayList<>(traded);
    Collections.reverse(newest);
    for (int limit = 1; limit <= 6; limit++) {
      String query = "?limit=" + limit;
      assertThat(walk(() -> as(partner), TRADES, query)).containsExactlyElementsOf(newest);
      assertThat(walk(Desk::internal, TRADES, query + "&order=oldest&partnerId=" + partner))
          .containsExactlyElementsOf(traded);
      assertThat(walk(() -> as(partner), TRADES, query + "&order=highest&partnerId=" + other))
          .containsExactly(
              traded.get(0), traded.get(2), traded.get(4), traded.get(1), traded.get(3));
      assertThat(walk(() -> as(partner), TRADES, query + "&order=lowest"))
          .containsExactly(
              traded.get(3), traded.get(1), traded.get(4), traded.get(2), traded.get(0));
    }
    assertThat(as(partner).get(TRADES + "/counts").<Integer>path("total")).isEqualTo(5);
  }

  private String traded(UUID seller, UUID buyer, String price) {
    Deal deal = Deal.between(market, market.cotton(false), seller, buyer);
    String negotiation = deal.negotiation();
    offered(buyer, negotiation, price, "500").then().statusCode(200);
    Deal.accepted(seller, negotiation).then().statusCode(200);
    return created(deal.trade(negotiation));
  }

  @Test
  void a_cursor_belongs_to_its_list_its_filters_and_its_caller() {
    Deal deal = Deal.in(market);
    Desk.posted(
        deal.seller, "availabilities", Desk.offer(deal.cotton, deal.place, "20", "50000.00"));
    String list = AVAILABILITIES + "?limit=1&partnerId=" + deal.seller;
    String next = internal().get(list).path("next");

    internal().get(list + "&after=" + next).then().statusCode(200);
    internal().get(list.replace("limit=1", "limit=7") + "&after=" + next).then().statusCode(200);
    for (String other :
        List.of(
            list + "&order=oldest&after=" + next,
            AVAILABILITIES + "?limit=1&after=" + next,
            list + "&status=active&after=" + next,
            list + "&after=" + next.substring(1),
            list + "&after=" + deal.availability,
            list + "&after=",
            list + "&after=%00%FF",
            "/api/v1/trades?limit=1&partnerId=%s&after=%s".formatted(deal.seller, next))) {
      refused(internal().get(other), 422, "invalid-request");
    }
    refused(as(deal.seller).get(list + "&after=" + next), 422, "invalid-request");
  }

  @Test
  void lists_are_narrowed_by_commodity_place_day_and_status_and_are_counted_so() {
    Deal deal = Deal.in(market);
    String of = "?commodityId=" + deal.cotton;

    for (String filter :
        List.of("", "&stateCode=24", "&createdFrom=2020-01-01", "&status=active")) {
      assertThat(ids(internal(), AVAILABILITIES + of + filter))
          .as(filter)
          .containsExactly(deal.availability.toString());
      assertThat(ids(internal(), REQUIREMENTS + of + filter))
          .as(filter)
          .containsExactly(deal.requirement.toString());
    }
    for (String filter : List.of("&stateCode=27", "&createdTo=2020-01-01", "&status=blocked")) {
      assertThat(ids(internal(), AVAILABILITIES + of + filter)).as(filter).isEmpty();
      assertThat(ids(internal(), REQUIREMENTS + of + filter)).as(filter).isEmpty();
      assertThat(internal().get(AVAILABILITIES + "/counts" + of + filter).<Integer>path("total"))
          .as(filter)
          .isZero();
    }
    JsonPath counts = internal().get(AVAILABILITIES + "/counts" + of).jsonPath();
    assertThat(counts.getString("items[0].status")).isEqualTo("active");
    assertThat(counts.getInt("items[0].count")).isEqualTo(1);
    refused(
        internal().get(REQUIREMENTS + of + "&createdFrom=2026-02-02&createdTo=2026-02-01"),
        422,
        "invalid-request");
    assertThat(
            ids(
                internal().urlEncodingEnabled(false),
                AVAILABILITIES + "?createdFrom=%2B999999999-01-01"))
        .isEmpty();
    for (String unreadable :
        List.of("createdFrom=2023-02-29", "partnerId=x", "limit=many", "limit=", "commodityId=")) {
      refused(internal().get(AVAILABILITIES + "?" + unreadable), 422, "invalid-request")
          .then()
          .body("errors[0].pointer", equalTo("/" + unreadable.replaceFirst("=.*", "")));
    }
    internal().get(AVAILABILITIES + "?createdTo=-999999999-01-01").then().statusCode(200);
    refused(internal().get(AVAILABILITIES + "?order=cheapest"), 422, "invalid-request");
  }

  @Test
  void a_party_finds_the_negotiations_that_it_has_to_answer() {
    Deal deal = Deal.in(market);
    String negotiation = deal.negotiation();
    String mine = NEGOTIATIONS + "?waitingFor=me";
    assertThat(ids(as(deal.buyer), mine)).containsExactly(negotiation);
    assertThat(ids(as(deal.seller), mine)).containsExactly(negotiation);

    offered(deal.buyer, negotiation, "49500.00", "500").then().statusCode(200);

    assertThat(ids(as(deal.buyer), mine)).isEmpty();
    assertThat(ids(as(deal.seller), mine)).containsExactly(negotiation);
    String ofBuyer = NEGOTIATIONS + "?partnerId=" + deal.buyer;
    assertThat(ids(internal(), ofBuyer + "&waitingFor=seller")).containsExactly(negotiation);
    assertThat(ids(internal(), ofBuyer + "&waitingFor=buyer")).isEmpty();
    refused(internal().get(mine), 422, "invalid-request");
    Deal.accepted(deal.seller, negotiation).then().statusCode(200);
    assertThat(ids(as(deal.seller), mine)).isEmpty();
  }

  @Test
  void no_filter_of_matches_tells_a_party_who_the_other_one_is() {
    Deal deal = Deal.in(market);
    String match = deal.match.toString();

    assertThat(ids(as(deal.buyer), MATCHES)).containsExactly(match);
    assertThat(ids(as(deal.buyer), MATCHES + "?postId=" + deal.requirement)).containsExactly(match);
    assertThat(ids(as(deal.buyer), MATCHES + "?postId=" + deal.availability)).isEmpty();
    assertThat(ids(as(deal.buyer), MATCHES + "?partnerId=" + deal.buyer)).containsExactly(match);
    assertThat(ids(as(deal.buyer), MATCHES + "?partnerId=" + deal.seller)).isEmpty();
    assertThat(ids(as(market.partner()), MATCHES)).isEmpty();
    assertThat(ids(internal(), MATCHES + "?partnerId=" + deal.seller)).containsExactly(match);

    deal.negotiation();

    assertThat(ids(as(deal.buyer), MATCHES + "?partnerId=" + deal.seller)).containsExactly(match);
  }

  @Test
  void a_pair_that_risk_rejected_shows_to_a_party_in_no_list_and_no_count() {
    Deal deal = Deal.in(market);
    market.judge("MATCH", deal.match, "FAIL", "0", "NOT_RATED");

    assertThat(ids(internal(), MATCHES + "?status=rejected&partnerId=" + deal.seller))
        .containsExactly(deal.match.toString());
    for (String query : List.of("", "?status=rejected", "?status=expired")) {
      assertThat(ids(as(deal.seller), MATCHES + query)).as(query).isEmpty();
      assertThat(as(deal.seller).get(MATCHES + "/counts" + query).<Integer>path("total"))
          .as(query)
          .isZero();
      assertThat(as(deal.seller).get(MATCHES + "/export" + query).asString().lines().count())
          .as(query)
          .isEqualTo(1);
    }
  }

  @Test
  void an_export_has_a_line_for_each_thing_of_the_list_and_runs_nothing_in_a_spreadsheet() {
    Deal deal = Deal.in(market);
    deal.traded();

    List<String> lines =
        as(deal.buyer)
            .get("/api/v1/trades/export?status=active")
            .then()
            .statusCode(200)
            .header("Content-Type", "text/csv;charset=UTF-8")
            .extract()
            .asString()
            .lines()
            .toList();

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("\uFEFFid,number,status,").contains(",value.amount,");
    assertThat(lines.get(1)).contains(",11831376.11,INR,").contains(",active,");
    assertThat(as(deal.seller).get(AVAILABILITIES + "/export").asString().lines()).hasSize(2);
    assertThat(as(deal.buyer).get(REQUIREMENTS + "/export").asString().lines()).hasSize(2);
    assertThat(as(deal.buyer).get(NEGOTIATIONS + "/export").asString().lines()).hasSize(2);
    assertThat(as(market.partner()).get("/api/v1/trades/export").asString().lines()).hasSize(1);
  }

  private static List<String> ids(RequestSpecification caller, String list) {
    return caller.get(list).then().statusCode(200).extract().path("items.id");
  }

  private static List<String> walk(
      Supplier<RequestSpecification> caller, String list, String query) {
    List<String> all = new ArrayList<>();
    String after = "";
    while (after != null) {
      JsonPath page =
          caller.get().get(list + query + after).then().statusCode(200).extract().jsonPath();
      all.addAll(page.getList("items.id"));
      String next = page.getString("next");
      after = next == null ? null : "&after=" + next;
    }
    return all;
  }
}
