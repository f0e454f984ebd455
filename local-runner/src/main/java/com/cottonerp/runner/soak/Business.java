package com.cottonerp.runner.soak;

import com.cottonerp.runner.ApiClient;
import com.cottonerp.runner.DevelopmentIssuer;
import com.cottonerp.runner.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Desks that trade in parallel, each with its own commodity and partners. Now and then a desk
 * onboards new partners. Thread-safe after {@link #open}.
 */
final class Business {
  private static final int DESKS = 3;
  private static final int PARTNERS_A_SIDE = 2;
  private static final int DEALS_UNTIL_NEW_PARTNERS = 8;
  private static final long PAUSE_MILLIS = 300;

  private final PatientClient client;
  private final History history;
  private final Tokens tokens;
  private final Duration lifetime;
  private final long seed;
  private final Onboarding onboarding;
  private final PatientClient.As manager;
  private final Queue<String> partners = new ConcurrentLinkedQueue<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final List<Desk> desks = new ArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * @param lifetime how long the tokens must be valid
   */
  Business(PatientClient client, History history, Tokens tokens, Duration lifetime, long seed) {
    this.client = client;
    this.history = history;
    this.tokens = tokens;
    this.lifetime = lifetime;
    this.seed = seed;
    this.manager = user("a-manager", Optional.empty());
    this.onboarding =
        new Onboarding(
            client,
            history,
            user("an-applicant", Optional.empty()),
            user("a-checker", Optional.empty()),
            manager,
            id -> user("user-of-" + id, Optional.of(UUID.fromString(id))));
  }

  private PatientClient.As user(String name, Optional<UUID> partner) {
    return new PatientClient.As(
        name,
        new ApiClient(tokens.token(name, DevelopmentIssuer.allPermissions(), partner, lifetime)));
  }

  PatientClient.As manager() {
    return manager;
  }

  /** Sets up markets and partners before the first fault, and starts to trade. */
  void open() {
    for (int worker = 0; worker < DESKS; worker++) {
      desks.add(new Desk(worker));
    }
    desks.forEach(desk -> desk.thread.start());
  }

  /** The ids of all partners, oldest first. */
  List<String> partners() {
    return List.copyOf(partners);
  }

  /** The errors that ended a desk early. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /** Stops the desks from starting deals; deals under way stay as they are. */
  void stop() {
    stopped.countDown();
  }

  void join(Duration patience) throws InterruptedException {
    for (Desk desk : desks) {
      desk.thread.join(patience.toMillis());
    }
  }

  private final class Desk {
    private final int worker;
    private final Random chance;
    private final Market market;
    private final List<Trader> sellers = new ArrayList<>();
    private final List<Trader> buyers = new ArrayList<>();
    private final Thread thread;

    Desk(int worker) {
      this.worker = worker;
      this.chance = new Random(seed * 17 + worker);
      this.market = new Market(client, manager, history, Market.mark(chance, worker));
      for (int i = 0; i < PARTNERS_A_SIDE; i++) {
        sellers.add(join());
        buyers.add(join());
      }
      this.thread = new Thread(this::trade, "desk-" + worker);
      thread.setDaemon(true);
    }

    private Trader join() {
      Trader trader = onboarding.join(chance);
      partners.add(trader.partnerId());
      return trader;
    }

    private void trade() {
      try {
        int deal = 0;
        while (!stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
          play(++deal);
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException failure) {
        failures.add("desk %d ended: %s".formatted(worker, failure));
      }
    }

    private void play(int deal) {
      if (deal % DEALS_UNTIL_NEW_PARTNERS == 0) {
        sellers.set(deal / DEALS_UNTIL_NEW_PARTNERS % PARTNERS_A_SIDE, join());
        buyers.set(deal / DEALS_UNTIL_NEW_PARTNERS % PARTNERS_A_SIDE, join());
      }
      DealPlan plan = DealPlan.of(seed, worker, deal, sellers.size(), buyers.size());
      history.note("desk %d, deal %d: %s".formatted(worker, deal, plan));
      new Deal(
              client,
              manager,
              history,
              market,
              plan,
              sellers.get(plan.seller()),
              buyers.get(plan.buyer()))
          .play();
    }
  }
}
