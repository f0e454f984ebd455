package com.cottonerp.runner;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A ginner sells and a spinner buys: from two posts to a completed trade, by events only. */
final class TradingDemo {
  private static final int RETRY_LATER = 503;
  private static final int FORBIDDEN = 403;

  // Terms that every installation has.
  private static final String EX_GIN = "01980000-0000-7000-8000-00000000000a";
  private static final String NET_15 = "01980000-0000-7000-8000-00000000000d";
  private static final String NET_30 = "01980000-0000-7000-8000-00000000000e";

  private final DemoStage stage;
  private final SettingsDemo.Setup setup;
  private final String desk;
  private final String risk;
  private final String sellerId;
  private final String buyerId;
  private final ApiClient seller;
  private final ApiClient buyer;

  TradingDemo(DemoStage stage, SettingsDemo.Setup setup, String sellerId, String buyerId) {
    this.stage = stage;
    this.setup = setup;
    this.desk = stage.api("trade-desk-service");
    this.risk = stage.api("risk-service");
    this.sellerId = sellerId;
    this.buyerId = buyerId;
    this.seller = stage.userOf("gopal-the-ginner", sellerId);
    this.buyer = stage.userOf("sunita-the-spinner", buyerId);
  }

  void play() {
    Instant begun = Instant.now();
    consent();
    String availability = offer(stage.broker.onBehalfOf(sellerId));
    String requirement = want();
    String match = match(requirement);
    String negotiation = negotiate(match);
    JsonNode trade = trade(negotiation);
    contact();
    exposure("The trade counts for the exposure of both");
    complete(trade.path("id").asText());
    exposure("It is settled, so it counts no more");
    wash();
    System.out.printf(
        "%n      From the first post to the settled trade: %d ms, by events only. Offer: %s, requirement: %s%n",
        Duration.between(begun, Instant.now()).toMillis(),
        get(seller, "availabilities/" + availability).path("status").asText(),
        get(buyer, "requirements/" + requirement).path("status").asText());
  }

  /** Posts an availability and a requirement that stay open. */
  void post() {
    offer(seller);
    want();
  }

  private void consent() {
    stage.say("Nobody acts for the ginner unasked: the ginner lets the brokerage do so");
    ApiClient broker = stage.broker.onBehalfOf(sellerId);
    DemoStage.note(
        "before: %s", broker.get(desk + "/availabilities").expect(FORBIDDEN).body(), "/title");
    String consent = stage.api("partners-service") + "/partners/" + sellerId + "/broker-consent";
    String until = FinancialYear.today(Clock.systemUTC()).plusMonths(6).toString();
    ApiClient.Answer given =
        seller.post(consent, "{\"validUntil\": \"%s\"}".formatted(until)).expect(200);
    DemoStage.note("consent given until %s", given.body(), "/validUntil");
    broker.getOnceApplied(desk + "/availabilities", given.eventId()).expect(200);
  }

  private String offer(ApiClient by) {
    stage.say(
        by == seller
            ? "Trade desk: the ginner offers 100 bales; the offer waits for risk"
            : "Trade desk: the broker offers 100 bales of the ginner; the offer waits for risk");
    JsonNode offer = post(by, "availabilities", offerOf("100"));
    DemoStage.note(
        "%s, worth %s INR, by the broker: %s", offer, "/status", "/value/amount", "/byBroker");
    DemoStage.note(
        "%s of %s, %s, %s",
        offer, "/variety", "/cropYear", "/tradeTerms/0/name", "/tradeTerms/1/name");
    String id = offer.path("id").asText();
    awaitStatus(seller, "availabilities/" + id, "active");
    verdict(id);
    published(id);
    return id;
  }

  private String offerOf(String bales) {
    return """
    {"commodityId": "%s", "place": {"locationId": "%s"}, "totalQuantity": "%s", "price": "50000.00",
     "quality": {"Staple Length": "29.0", "Micronaire": "4.2", "Strength": "29", "Color Grade": "WHITE", "Trash Content": "3.0",
                 "Moisture Content": "7.5"},
     "variety": "Shankar-6", "cropYear": "2026-27",
     "tradeTerms": {"deliveryTermId": "%s", "paymentTermId": "%s"}}
    """
        .formatted(setup.commodityId(), setup.locationId(), bales, EX_GIN, NET_30);
  }

  private String want() {
    stage.say("The spinner wants 100 bales for at most 52 000 a candy");
    JsonNode wish = post(buyer, "requirements", wishOf("100"));
    DemoStage.note("%s is %s", wish, "/number", "/status");
    String id = wish.path("id").asText();
    awaitStatus(buyer, "requirements/" + id, "active");
    verdict(id);
    published(id);
    return id;
  }

  private String wishOf(String bales) {
    return """
    {"commodityId": "%s", "places": [{"locationId": "%s"}], "minQuantity": "%3$s", "maxQuantity": "%3$s", "maxPrice": "52000.00",
     "quality": [{"name": "Staple Length", "min": "28", "max": "30", "preferred": "29"}, {"name": "Color Grade", "accepted": ["WHITE"]}]}
    """
        .formatted(setup.commodityId(), setup.locationId(), bales);
  }

  private String match(String requirement) {
    stage.say("They are matched, and risk clears the pair; nobody knows yet who the other is");
    String path = "requirements/" + requirement + "/matches";
    stage.await(
        "a match that risk cleared",
        () -> get(buyer, path).at("/items/0/status").asText().equals("cleared"));
    JsonNode match = get(buyer, path).at("/items/0");
    DemoStage.note(
        "score %s (quality %s, price %s, delivery %s): %s",
        match, "/score/total", "/score/quality", "/score/price", "/score/delivery", "/label");
    DemoStage.note(
        "%s in %s, %s",
        match, "/counterparty/description", "/counterparty/city", "/counterparty/state");
    String id = match.path("id").asText();
    published(id);
    verdict(id);
    return id;
  }

  private String negotiate(String match) {
    stage.say("The spinner begins to negotiate: from now on they know each other");
    String id = post(buyer, "matches/" + match + "/negotiation", "").path("id").asText();
    DemoStage.note("with %s", get(buyer, "matches/" + match), "/counterparty/name");
    move(buyer, "negotiations/" + id + "/offers", offered("48000.00"));
    stage.say("The broker answers for the ginner: a better price, and payment after 15 days");
    DemoStage.note(
        "%s, for the seller by the broker: %s",
        move(
            stage.broker.onBehalfOf(sellerId),
            "negotiations/" + id + "/offers",
            """
            {"price": "49500.00", "quantity": "100", "tradeTerms": {"paymentTermId": "%s"}}
            """
                .formatted(NET_15)),
        "/price/amount",
        "/sellerByBroker");
    stage.say("The spinner accepts: everything is checked again, and the stock is held");
    DemoStage.note(
        "%s at %s a candy after %s rounds",
        move(buyer, "negotiations/" + id + "/acceptance", ""),
        "/status",
        "/price/amount",
        "/round");
    published(id);
    return id;
  }

  private static String offered(String price) {
    return "{\"price\": \"%s\", \"quantity\": \"100\"}".formatted(price);
  }

  private JsonNode trade(String negotiation) {
    stage.say("It becomes a binding trade: a number, frozen addresses, the tax");
    JsonNode trade =
        post(
            buyer,
            "trades",
            "{\"negotiationId\": \"%s\", \"acknowledgedBindingContract\": true}"
                .formatted(negotiation));
    DemoStage.note(
        "%s: %s bales, %s INR, %s, CGST %s + SGST %s, from %s to %s",
        trade,
        "/number",
        "/quantity",
        "/value/amount",
        "/gst/treatment",
        "/gst/cgst",
        "/gst/sgst",
        "/shipFrom/city",
        "/shipTo/city");
    DemoStage.note(
        "%s of %s, %s, %s",
        trade, "/goods/variety", "/goods/cropYear", "/tradeTerms/0/name", "/tradeTerms/1/name");
    DemoStage.note(
        "brokerage of the spinner: %s %%, %s INR",
        trade, "/brokerage/rate", "/brokerage/buyer/amount");
    published(trade.path("id").asText());
    return trade;
  }

  private void contact() {
    stage.say("The spinner may see the contact of the ginner now, and nobody else may");
    String contact = stage.api("partners-service") + "/partners/" + sellerId + "/contact";
    stage.await("partners to hear of the trade", () -> buyer.get(contact).status() == 200);
    DemoStage.note("%s", buyer.get(contact).body(), "/contact/name");
  }

  private void exposure(String what) {
    stage.say(what);
    String utilised = risk + "/partners/" + buyerId + "/exposure";
    boolean open = what.startsWith("The");
    stage.await(
        "risk to hear of it",
        () -> stage.manager.get(utilised).body().at("/exposure/amount").asDouble(-1) > 0 == open);
    DemoStage.note(
        "the spinner: %s of %s INR, %s %%, %s",
        stage.manager.get(utilised).expect(200).body(),
        "/exposure/amount",
        "/limit/amount",
        "/utilisation",
        "/level");
  }

  private void complete(String trade) {
    stage.say("The ginner sends the bales; the spinner takes them and says that all is well");
    move(seller, "trades/" + trade + "/status", "{\"status\": \"in_transit\"}");
    move(buyer, "trades/" + trade + "/status", "{\"status\": \"delivered\"}");
    DemoStage.note(
        "%s", move(buyer, "trades/" + trade + "/status", "{\"status\": \"completed\"}"), "/status");
    stage.trail.printPublished("trade-desk", trade, 2);
  }

  private void wash() {
    stage.say("The same bales back on the same day? Risk rejects the pair");
    String availability = post(buyer, "availabilities", offerOf("10")).path("id").asText();
    String requirement = post(seller, "requirements", wishOf("10")).path("id").asText();
    String path = "requirements/" + requirement + "/matches";
    stage.await(
        "the verdict on the pair",
        () -> get(stage.manager, path).at("/items/0/status").asText().equals("rejected"));
    String match = get(stage.manager, path).at("/items/0/id").asText();
    DemoStage.note("%s", get(stage.manager, "matches/" + match), "/rejectedFor");
    move(buyer, "availabilities/" + availability + "/cancellation", "{\"reason\": \"a demo\"}");
    move(seller, "requirements/" + requirement + "/cancellation", "{\"reason\": \"a demo\"}");
  }

  private void verdict(String subject) {
    JsonNode verdict = stage.manager.get(desk + "/risk-verdicts/" + subject).expect(200).body();
    DemoStage.note("risk says %s, score %s", verdict, "/status", "/score");
  }

  private void published(String id) {
    stage.trail.printPublished("trade-desk", id, 0);
  }

  private void awaitStatus(ApiClient who, String path, String status) {
    stage.await(
        path + " to be " + status, () -> get(who, path).path("status").asText().equals(status));
  }

  private JsonNode get(ApiClient who, String path) {
    return who.get(desk + "/" + path).expect(200).body();
  }

  /** Repeats a request that was refused as retriable, because an event has not arrived yet. */
  private JsonNode post(ApiClient who, String path, String body) {
    AtomicReference<ApiClient.Answer> answer = new AtomicReference<>();
    stage.await(
        path + " to be possible",
        () -> {
          answer.set(who.post(desk + "/" + path, body));
          return answer.get().status() != RETRY_LATER;
        });
    return answer.get().expect(201).body();
  }

  private JsonNode move(ApiClient who, String path, String body) {
    return who.post(desk + "/" + path, body).expect(200).body();
  }
}
