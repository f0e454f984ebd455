package com.cottonerp.runner.soak;

import com.cottonerp.runner.ApiClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One availability, one requirement, and the planned course of the deal. A refusal is an outcome,
 * not an error: a partner may be suspended meanwhile, or have reached its limit.
 */
final class Deal {
  static final String DESK = "trade-desk-service";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int ATTEMPTS_TO_TRADE = 20;
  private static final String WHY = "{\"reason\": \"It was planned so\"}";

  private final PatientClient client;
  private final PatientClient.As manager;
  private final History history;
  private final Market market;
  private final DealPlan plan;
  private final Trader seller;
  private final Trader buyer;

  Deal(
      PatientClient client,
      PatientClient.As manager,
      History history,
      Market market,
      DealPlan plan,
      Trader seller,
      Trader buyer) {
    this.client = client;
    this.manager = manager;
    this.history = history;
    this.market = market;
    this.plan = plan;
    this.seller = seller;
    this.buyer = buyer;
  }

  /** The deal has ended. */
  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Ended(String how) {
      super(how);
    }
  }

  void play() {
    try {
      String offer = made(seller, "availabilities", market.offer(plan));
      try {
        playWith(offer);
      } catch (Ended ended) {
        cancel(seller, "availabilities/" + offer);
        throw ended;
      }
    } catch (Ended ended) {
      history.outcome(ended.getMessage());
    }
  }

  private void playWith(String offer) {
    awaitJudged(seller, "availabilities/" + offer);
    if (plan.ending() == DealPlan.Ending.OFFER_WITHDRAWN) {
      throw new Ended("as planned: offer withdrawn");
    }
    String wish = made(buyer, "requirements", market.wish(plan));
    try {
      match(wish);
    } catch (Ended ended) {
      cancel(buyer, "requirements/" + wish);
      throw ended;
    }
  }

  private void match(String wish) {
    awaitJudged(buyer, "requirements/" + wish);
    if (plan.ending() == DealPlan.Ending.WISH_WITHDRAWN) {
      throw new Ended("as planned: wish withdrawn");
    }
    String path = "requirements/" + wish + "/matches";
    JsonNode match =
        await(
            "a match that is judged",
            // The parties do not see that risk rejected the match, so a manager asks.
            () -> accepted(client.get(manager, DESK, path), 200).body().at("/items/0"),
            found -> List.of("cleared", "rejected").contains(found.path("status").asText()));
    if (match.path("status").asText().equals("rejected")) {
      throw new Ended("risk rejects the pair");
    }
    negotiate(match.path("id").asText());
  }

  private void negotiate(String match) {
    String id = made(buyer, "matches/" + match + "/negotiation", "");
    String path = "negotiations/" + id;
    for (int round = 0; round < plan.rounds(); round++) {
      Trader by = round % 2 == 0 ? buyer : seller;
      move(
          by,
          path + "/offers",
          "{\"price\": \"%d.00\", \"quantity\": \"%s\"}"
              .formatted(48_000 + 500 * round, plan.quantity()));
    }
    Trader other = plan.rounds() % 2 == 0 ? buyer : seller;
    if (plan.ending() == DealPlan.Ending.REJECTED) {
      move(other, path + "/rejection", WHY);
      throw new Ended("as planned: rejected");
    }
    move(other, path + "/acceptance", "");
    if (plan.ending() == DealPlan.Ending.AGREED_ONLY) {
      history.outcome("as planned: agreed only");
      return;
    }
    fulfil("trades/" + trade(id) + "/status");
  }

  private String trade(String negotiation) {
    String body =
        "{\"negotiationId\": \"%s\", \"acknowledgedBindingContract\": true}".formatted(negotiation);
    ApiClient.Answer answer = post(buyer, "trades", body);
    // The trade desk may not know the new partner's warehouse yet: it refuses without "later".
    for (int i = 1; answer.status() != 201 && i < ATTEMPTS_TO_TRADE; i++) {
      LockSupport.parkNanos(LOOK.toNanos());
      answer = post(buyer, "trades", body);
    }
    String id = accepted(answer, 201).text("id");
    history.made("trades", id, answer.text("number"));
    market.takeDocumentNumber();
    return id;
  }

  private void fulfil(String path) {
    switch (plan.ending()) {
      case CANCELLED -> {
        String cancelled = "{\"status\": \"cancelled\", \"reason\": \"A mistake\"}";
        accepted(client.post(manager, DESK, path, cancelled), 200);
        // Stock that a cancelled trade gives back would match the requirements of later deals.
        throw new Ended("as planned: cancelled");
      }
      case DISPUTED -> move(buyer, path, "{\"status\": \"disputed\", \"reason\": \"Too wet\"}");
      case COMPLETED -> {
        move(seller, path, "{\"status\": \"in_transit\"}");
        move(buyer, path, "{\"status\": \"delivered\"}");
        move(buyer, path, "{\"status\": \"completed\"}");
      }
      default -> {
        // The deal stays open.
      }
    }
    history.outcome(
        "as planned: " + plan.ending().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private void awaitJudged(Trader who, String path) {
    JsonNode post =
        await(
            "a verdict",
            () -> get(who, path),
            found -> !found.path("status").asText().equals("pending_risk"));
    if (!post.path("status").asText().equals("active")) {
      throw new Ended("a post is " + post.path("status").asText());
    }
  }

  private JsonNode await(String what, Supplier<JsonNode> look, Predicate<JsonNode> condition) {
    long begun = System.nanoTime();
    JsonNode found = look.get();
    while (!condition.test(found)) {
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw new Ended("no longer waited for: " + what);
      }
      LockSupport.parkNanos(LOOK.toNanos());
      found = look.get();
    }
    return found;
  }

  private String made(Trader who, String path, String body) {
    String id = accepted(post(who, path, body), 201).text("id");
    history.made(path.startsWith("matches/") ? "negotiations" : path, id, "");
    return id;
  }

  private void move(Trader who, String path, String body) {
    accepted(post(who, path, body), 200);
  }

  private static ApiClient.Answer accepted(ApiClient.Answer answer, int status) {
    if (answer.status() != status) {
      throw new Ended(
          "refused: " + answer.text("type").replaceAll(".*/", "") + " " + answer.status());
    }
    return answer;
  }

  private ApiClient.Answer post(Trader who, String path, String body) {
    return client.post(who.user(), DESK, path, body);
  }

  private JsonNode get(Trader who, String path) {
    return accepted(client.get(who.user(), DESK, path), 200).body();
  }

  /** The trade desk refuses when the post is sold or gone. */
  private void cancel(Trader who, String path) {
    post(who, path + "/cancellation", WHY);
  }
}
