package com.cottonerp.tradedesk.testkit;

import static com.cottonerp.platform.testkit.Answers.created;
import static com.cottonerp.tradedesk.testkit.Desk.activeOffer;
import static com.cottonerp.tradedesk.testkit.Desk.activeWish;
import static com.cottonerp.tradedesk.testkit.Desk.as;
import static com.cottonerp.tradedesk.testkit.Desk.matchOf;
import static com.cottonerp.tradedesk.testkit.Desk.offer;
import static com.cottonerp.tradedesk.testkit.Desk.wish;

import io.restassured.response.Response;
import java.util.UUID;

/** A buyer and a seller whose posts are matched and cleared; step by step on to a trade. */
public final class Deal {
  public final UUID cotton;
  public final UUID place;
  public final UUID seller;
  public final UUID buyer;
  public final UUID availability;
  public final UUID requirement;
  public final UUID match;
  private final Market market;

  private Deal(Market market, UUID cotton, UUID place, UUID seller, UUID buyer) {
    this.market = market;
    this.cotton = cotton;
    this.place = place;
    this.seller = seller;
    this.buyer = buyer;
    availability = activeOffer(market, seller, offer(cotton, place, "600", "50000.00"));
    requirement = activeWish(market, buyer, wish(cotton, place, "100", "500", "52000.00"));
    match = matchOf(buyer, requirement);
    market.judge("MATCH", match, "PASS", "100", "NOT_RATED");
  }

  /** Both from Gujarat, with a branch each; the commodity lets everybody buy and sell. */
  public static Deal in(Market market) {
    UUID seller = market.partner();
    UUID buyer = market.partner();
    market.branch(seller, "Gujarat", "24");
    market.branch(buyer, "Gujarat", "24");
    return between(market, market.cotton(false), seller, buyer);
  }

  public static Deal between(Market market, UUID cotton, UUID seller, UUID buyer) {
    return new Deal(market, cotton, market.rajkot(), seller, buyer);
  }

  /** Its id. */
  public String negotiation() {
    return created(as(buyer).post("/api/v1/matches/" + match + "/negotiation"));
  }

  public static Response offered(UUID by, String negotiation, String price, String quantity) {
    return as(by)
        .body("{\"price\": \"%s\", \"quantity\": \"%s\"}".formatted(price, quantity))
        .post("/api/v1/negotiations/" + negotiation + "/offers");
  }

  public static Response accepted(UUID by, String negotiation) {
    return as(by).post("/api/v1/negotiations/" + negotiation + "/acceptance");
  }

  /** The buyer offers 49 500 for 500, the seller accepts; the negotiation's id. */
  public String agreed() {
    String negotiation = negotiation();
    offered(buyer, negotiation, "49500.00", "500").then().statusCode(200);
    accepted(seller, negotiation).then().statusCode(200);
    return negotiation;
  }

  public Response trade(String negotiation) {
    return as(buyer)
        .body(
            "{\"negotiationId\": \"%s\", \"acknowledgedBindingContract\": true}"
                .formatted(negotiation))
        .post("/api/v1/trades");
  }

  /** Its id. */
  public String traded() {
    return created(trade(agreed()));
  }

  public static Response moved(UUID by, String trade, String status) {
    return as(by)
        .body("{\"status\": \"%s\"}".formatted(status))
        .post("/api/v1/trades/" + trade + "/status");
  }

  public Market market() {
    return market;
  }
}
