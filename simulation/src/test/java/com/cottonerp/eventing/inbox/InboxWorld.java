package com.cottonerp.eventing.inbox;

import com.cottonerp.simulation.Schedules;
import com.cottonerp.simulation.Trace;
import com.cottonerp.simulation.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One outbox that publishes in order, a broker that loses, repeats and delays messages, and
 * subscribers of one projection that crash, hang and rebuild the projection. Chance picks each of
 * some hundred steps.
 */
public final class InboxWorld {
  private static final int STEPS = 250;
  private static final int MOST_ROUNDS = 300;
  private static final int AGGREGATES = 3;
  private static final int MOST_EVENTS = 5;
  private static final int MOST_AT_WORK = 4;
  private static final int CHUNK = 3;

  private final SplittableRandom random;
  private final InboxVariant variant;
  private final Trace trace;
  private final InboxTables tables;
  private final double losses;
  private final boolean forges;
  private final boolean rebuilds;

  private final long[] published = new long[AGGREGATES];
  private final List<Message> everSent = new ArrayList<>();
  private final List<Subscription> keys = new ArrayList<>();
  private final List<Delivery> atWork = new ArrayList<>();
  private final TreeSet<Integer> toDrain = new TreeSet<>();
  private Map<Integer, Long> suspects = new TreeMap<>();
  private Rebuild rebuild;
  private long ids;
  private long time;
  private boolean calm;

  /** Messages with a subscriber; no subscription for messages that were parked. */
  private record Delivery(Subscription key, List<Message> messages, ApplyTransaction work) {}

  InboxWorld(long seed, InboxVariant variant, Trace trace) {
    this.random = new SplittableRandom(seed);
    this.variant = variant;
    this.trace = trace;
    this.losses = random.nextInt(3) == 0 ? 0.2 : 0;
    this.forges = random.nextInt(4) == 0;
    this.rebuilds = !forges && random.nextBoolean();
    this.tables = new InboxTables(!forges && random.nextInt(3) == 0 ? 2 : 100);
    for (int key = 0; key < 3; key++) { // Two lanes, and the key of replays.
      keys.add(new Subscription());
    }
  }

  /** Plays one world from a seed. */
  public static Schedules.Schedule schedule(InboxVariant variant) {
    return (seed, trace) -> new InboxWorld(seed, variant, trace).play();
  }

  private void play() {
    for (int step = 0; step < STEPS; step++) {
      step();
    }
    comeToRest();
    checkConflicts();
  }

  private void step() {
    time += 1_000_000;
    int what = random.nextInt(100);
    if (what < 15) {
      publish();
    } else if (what < 30) {
      receive(keys.get(random.nextInt(keys.size())));
    } else if (what < 76) {
      work();
    } else if (what < 80) {
      expire();
    } else if (what < 83) {
      crash();
    } else if (what < 88) {
      drain();
    } else if (what < 92) {
      fillGaps();
    } else if (what < 95) {
      verify();
    } else if (what < 97 && forges) {
      forge();
    } else if (rebuilds) {
      rebuild();
    }
  }

  private void publish() {
    int aggregate = random.nextInt(AGGREGATES);
    if (published[aggregate] > 0 && random.nextInt(6) == 0) {
      long again = 1 + random.nextLong(published[aggregate]);
      send(keys.get(aggregate % 2), original(aggregate, again));
    } else if (published[aggregate] < MOST_EVENTS) {
      published[aggregate]++;
      send(keys.get(aggregate % 2), original(aggregate, published[aggregate]));
    }
  }

  private static Message original(int aggregate, long sequence) {
    return new Message(aggregate, sequence, new UUID(0, aggregate * 100L + sequence));
  }

  /** Publishes an event with the number of another event, as after a restored backup. */
  private void forge() {
    int aggregate = random.nextInt(AGGREGATES);
    long sequence = 1 + random.nextLong(MOST_EVENTS);
    if (sequence <= published[aggregate]) {
      send(keys.get(aggregate % 2), new Message(aggregate, sequence, new UUID(0, 1_000 + ids++)));
    }
  }

  private void send(Subscription key, Message message) {
    if (!calm && random.nextDouble() < losses) {
      note(() -> "the broker loses " + message);
    } else {
      note(() -> "published: " + message);
      key.publish(message);
      everSent.add(message);
    }
  }

  private void note(Supplier<String> step) {
    trace.add(time, step);
  }

  private void receive(Subscription key) {
    if (atWork.size() < MOST_AT_WORK) {
      List<Message> messages = key.pull(calm ? 100 : 1 + random.nextInt(3));
      if (!messages.isEmpty()) {
        note(() -> "received: " + messages);
        atWork.add(new Delivery(key, messages, new ApplyTransaction(tables, variant, messages)));
      }
    }
  }

  private void work() {
    if (!atWork.isEmpty()) {
      work(atWork.get(random.nextInt(atWork.size())));
    }
  }

  private void work(Delivery delivery) {
    ApplyTransaction work = delivery.work();
    if (!work.isDone()) {
      if (!calm && random.nextInt(40) == 0) {
        note(() -> "rolled back: " + delivery.messages());
        work.rollBack();
        return;
      }
      work.step();
      if (work.isDone()) {
        tables.check();
        note(() -> "committed: " + delivery.messages() + ", cursors " + lasts());
        toDrain.addAll(work.withParked());
      }
      return;
    }
    atWork.remove(delivery);
    if (delivery.key() == null) {
      int aggregate = delivery.messages().get(0).aggregate;
      if (variant == InboxVariant.FORGET_WITHOUT_ID) {
        note(() -> "forgets what is parked of " + aggregate + " up to the cursor");
        tables.forgetUpTo(aggregate, tables.cursor(aggregate).last());
      }
      if (work.hasMore()) {
        toDrain.add(aggregate);
      }
    } else {
      note(() -> "acknowledged: " + delivery.messages());
      delivery.key().acknowledge(delivery.messages());
    }
  }

  private Map<Integer, Long> lasts() {
    Map<Integer, Long> lasts = new TreeMap<>();
    tables.cursors.forEach((aggregate, cursor) -> lasts.put(aggregate, cursor.last()));
    return lasts;
  }

  private void expire() {
    note(() -> "what is with subscribers comes again");
    keys.get(random.nextInt(keys.size())).expire();
  }

  private void crash() {
    if (!atWork.isEmpty()) {
      Delivery lost = atWork.remove(random.nextInt(atWork.size()));
      note(() -> "a subscriber crashes with " + lost.messages());
      if (!lost.work().isDone()) {
        lost.work().rollBack();
      }
      keys.forEach(Subscription::expire);
    }
  }

  /** ParkedDrain: one aggregate at a time. */
  private void drain() {
    boolean drains = atWork.stream().anyMatch(delivery -> delivery.key() == null);
    if (drains || toDrain.isEmpty()) {
      return;
    }
    int aggregate = toDrain.pollFirst();
    if (variant != InboxVariant.FORGET_WITHOUT_ID && !judgeOvertaken(aggregate)) {
      toDrain.add(aggregate);
      return;
    }
    long last = tables.cursor(aggregate).last();
    List<Message> events =
        tables
            .parked
            .getOrDefault(aggregate, new TreeMap<>())
            .headMap(last + CHUNK, true)
            .values()
            .stream()
            .limit(CHUNK)
            .toList();
    if (!events.isEmpty()) {
      note(() -> "drains " + events);
      atWork.add(new Delivery(null, events, new ApplyTransaction(tables, variant, events)));
    }
  }

  /**
   * Runs in one step, because the real transaction holds the cursor from its first statement to its
   * last. Returns false while another transaction holds the cursor.
   */
  private boolean judgeOvertaken(int aggregate) {
    if (tables.alone != null || tables.rowLocks.containsKey(aggregate)) {
      return false;
    }
    tables.judgeOvertaken(aggregate);
    return true;
  }

  /** GapWatch, with the real arithmetic of missing numbers. */
  private void fillGaps() {
    tables.gaps.entrySet().removeIf(gap -> tables.cursor(gap.getKey()).last() >= gap.getValue());
    tables.gaps.forEach(
        (aggregate, known) -> {
          TreeMap<Long, Message> parked = tables.parked.getOrDefault(aggregate, new TreeMap<>());
          long last = tables.cursor(aggregate).last();
          Gaps.Due due =
              new Gaps.Due(
                  new Cursors.Key("model", new UUID(0, aggregate)),
                  "partners",
                  known,
                  last,
                  parked.higherKey(last));
          if (due.isMissingSomething()) {
            replay(aggregate, due.firstMissing(), due.lastMissing());
          } else {
            toDrain.add(aggregate);
          }
        });
    tables.parked.forEach(
        (aggregate, rows) -> {
          if (!rows.isEmpty() && rows.firstKey() <= tables.cursor(aggregate).last() + 1) {
            toDrain.add(aggregate);
          }
        });
  }

  private void replay(int aggregate, long first, long last) {
    note(() -> "asks for %d to %d of %d again".formatted(first, last, aggregate));
    for (long sequence = first; sequence <= Math.min(last, published[aggregate]); sequence++) {
      send(keys.get(2), original(aggregate, sequence));
    }
  }

  /** Verification: an aggregate that is behind twice has a gap. */
  private void verify() {
    if (variant == InboxVariant.NO_VERIFICATION) {
      return;
    }
    suspects.forEach(
        (aggregate, known) -> {
          if (tables.cursor(aggregate).last() < known) {
            note(() -> "%d is missing up to %d".formatted(aggregate, known));
            tables.gaps.merge(aggregate, known, Math::max);
          }
        });
    suspects = new TreeMap<>();
    for (int aggregate = 0; aggregate < AGGREGATES; aggregate++) {
      if (tables.cursor(aggregate).last() < published[aggregate]) {
        suspects.put(aggregate, published[aggregate]);
      }
    }
  }

  private void rebuild() {
    if (rebuild == null) {
      rebuild = new Rebuild(tables, variant);
    }
    String next = rebuild.step();
    note(() -> "rebuild: " + next);
    tables.check();
    if (rebuild.isDone()) {
      rebuild = null;
      for (int aggregate = 0; aggregate < AGGREGATES; aggregate++) {
        replay(aggregate, 1, published[aggregate]);
      }
    }
  }

  /**
   * Ends all faults: every published event must be applied, and no other message may stay parked.
   */
  private void comeToRest() {
    calm = true;
    keys.forEach(Subscription::expire);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      time += 1_000_000;
      if (rebuild != null) {
        rebuild();
      }
      keys.forEach(this::receive);
      List.copyOf(atWork).forEach(this::work);
      drain();
      if (round % 10 == 9) {
        fillGaps();
        verify();
      }
      if (isAtRest()) {
        return;
      }
    }
    throw new Violation(
        "G10, G14: not everything is applied: %s of %s, parked %s"
            .formatted(lasts(), Arrays.toString(published), tables.parked));
  }

  private boolean isAtRest() {
    if (!atWork.isEmpty() || rebuild != null) {
      return false;
    }
    for (int aggregate = 0; aggregate < AGGREGATES; aggregate++) {
      if (tables.cursor(aggregate).last() != published[aggregate] || tables.hasParked(aggregate)) {
        return false;
      }
    }
    return keys.stream().allMatch(Subscription::isEmpty);
  }

  /** Of two events with one number, one is applied, and the second is kept. */
  private void checkConflicts() {
    for (Message message : everSent) {
      if (message.acknowledged && !tables.knows(message)) {
        throw new Violation("G4: %s is neither applied nor kept as a conflict".formatted(message));
      }
    }
  }
}
