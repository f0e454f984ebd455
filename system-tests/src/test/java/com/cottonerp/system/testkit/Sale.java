package com.cottonerp.system.testkit;

import com.cottonerp.runner.ApiClient;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * From two posts to a completed trade, step by step; between two steps a test may do its worst.
 * Every step waits for what has to come of the one before, and can be repeated.
 */
public final class Sale {
  private final Market market;
  private final Trader seller;
  private final Trader buyer;
  private final Runnable between;
  private String availability;
  private String requirement;
  private String match;
  private String negotiation;
  private JsonNode trade;

  public Sale(Market market, Trader seller, Trader buyer, Runnable between) {
    this.market = market;
    this.seller = seller;
    this.buyer = buyer;
    this.between = between;
  }

  /** All of it; the trade. */
  public JsonNode complete(String quantity) {
    post(quantity);
    agree(quantity);
    trade();
    move(seller, "in_transit");
    move(buyer, "delivered");
    move(buyer, "completed");
    return trade;
  }

  /** Both posts are active. */
  public void post(String quantity) {
    availability = seller.made("availabilities", market.offer(quantity, "50000.00"));
    between.run();
    seller.awaitStatus("availabilities/" + availability, "active");
    requirement = buyer.made("requirements", market.wish(quantity, "52000.00"));
    between.run();
    buyer.awaitStatus("requirements/" + requirement, "active");
  }

  /** Waits for the match, and what risk says of it. */
  public String match(String status) {
    String matches = "requirements/" + requirement + "/matches";
    // WHY not asked again: the trade desk may be killed in between.
    Waiting.until(
        "a match that is " + status,
        () -> {
          JsonNode best = best(matches);
          match = best.path("id").asText();
          return best.path("status").asText().equals(status);
        });
    return match;
  }

  /** As an internal user sees it: the parties are not told of what risk rejects. */
  private JsonNode best(String matches) {
    return market.asInternalUser(matches).path("items").path(0);
  }

  /** They agree on a little less than was asked for. */
  public void agree(String quantity) {
    match("cleared");
    between.run();
    negotiation = buyer.made("matches/" + match + "/negotiation", "");
    between.run();
    buyer
        .post(
            "negotiations/" + negotiation + "/offers",
            "{\"price\": \"49500.00\", \"quantity\": \"%s\"}".formatted(quantity))
        .expect(200);
    between.run();
    seller.post("negotiations/" + negotiation + "/acceptance", "").expect(200);
    between.run();
  }

  public JsonNode trade() {
    Waiting.until("the branches of both are known", () -> tryToTrade().status() == 201);
    between.run();
    return trade;
  }

  private ApiClient.Answer tryToTrade() {
    ApiClient.Answer answer =
        buyer.post(
            "trades",
            "{\"negotiationId\": \"%s\", \"acknowledgedBindingContract\": true}"
                .formatted(negotiation));
    trade = answer.body();
    return answer;
  }

  private void move(Trader by, String status) {
    String path = "trades/" + trade.path("id").asText();
    by.post(path + "/status", "{\"status\": \"%s\"}".formatted(status)).expect(200);
    between.run();
    trade = buyer.get(path);
  }

  public String availability() {
    return availability;
  }

  public String requirement() {
    return requirement;
  }

  public String negotiation() {
    return negotiation;
  }
}
