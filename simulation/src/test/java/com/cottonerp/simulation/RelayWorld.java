package com.cottonerp.simulation;

import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.publishing.ModelBroker;
import com.cottonerp.relay.source.ModelReplica;
import com.google.api.core.ApiFutureCallback;
import com.google.api.core.ApiFutures;
import com.google.api.core.SettableApiFuture;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.pubsub.v1.PublishResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One outbox, some replicas of the relay, and the broker. Chance picks each of some hundred steps.
 * While a replica is in the middle of a turn, before any of its statements, the other replicas may
 * take steps and whole turns: so a replica can be held up at any place, for any time.
 */
final class RelayWorld {
  private static final Logger QUIET = Logger.getLogger("com.cottonerp");
  private static final SQLException LOST = new SQLException("the connection is lost");
  private static final SQLException TIMEOUT = new SQLException("canceled", "57014");

  private static final int STEPS = 140;
  private static final int MOST_ROUNDS = 400;
  private static final int MOST_REPLICAS = 3;
  private static final int LANES = 3;
  private static final long MILLI = 1_000_000;

  /** A lease that ends (15 s), a look at everything (30 s): then nothing may wait any more. */
  private static final long LONGEST_REST = 45_000 * MILLI;

  static {
    QUIET.setLevel(Level.OFF);
  }

  /** Ends the process in the middle of a turn. */
  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Crash() {
      super("crash", null, false, false);
    }
  }

  private final SplittableRandom random;
  private final RelayVariant variant;
  private final Trace trace;
  private final RelayConfig config;
  private final RelayDatabase database;
  private final BrokerModel broker;
  private final Writers writers;
  private final List<ModelReplica> replicas = new ArrayList<>();
  private final Set<ModelReplica> inTurn = new LinkedHashSet<>();
  private final Set<String> cutOff = new LinkedHashSet<>();
  private final double faults;
  private final double poison;
  private final double interruptions;

  private long now = 1_000_000 * MILLI;
  private int started;
  private boolean calm;

  RelayWorld(long seed, RelayVariant variant, Trace trace) {
    this.random = new SplittableRandom(seed);
    this.variant = variant;
    this.trace = trace;
    this.config = RelaySettings.ALL.get(random.nextInt(RelaySettings.ALL.size()));
    this.faults = oneOf(0, 0.05, 0.25);
    this.poison = oneOf(0, 0, 0.1);
    this.interruptions = oneOf(0.03, 0.15, 0.4);
    this.database = new RelayDatabase(LANES, this::isAcknowledged);
    this.broker = new BrokerModel(database.log, random, trace);
    this.writers = new Writers(database, random);
  }

  static Schedules.Schedule schedule(RelayVariant variant) {
    return (seed, trace) -> new RelayWorld(seed, variant, trace).play();
  }

  private void play() {
    start();
    start();
    for (int step = 0; step < STEPS; step++) {
      step();
    }
    comeToRest();
    checkAllArrived();
  }

  private double oneOf(double... values) {
    return values[random.nextInt(values.length)];
  }

  private boolean isAcknowledged(long id) {
    return broker.isAcknowledged(id);
  }

  private void step() {
    int what = random.nextInt(100);
    if (what < 14) {
      begin();
    } else if (what < 26) {
      end(random.nextInt(6) > 0);
    } else if (what < 52) {
      anyReplica(this::turn);
    } else if (what < 80) {
      broker.step(now, faults);
    } else if (what < 92) {
      pass(anyDuration());
    } else if (what < 94) {
      operate();
    } else if (what < 96) {
      start();
    } else if (random.nextDouble() < 4 * faults) {
      fault();
    }
    database.checkMarks();
  }

  private void fault() {
    switch (random.nextInt(6)) {
      case 0 -> anyReplica(this::crash);
      case 1 -> anyReplica(this::leave);
      case 2 -> anyReplica(replica -> cutOff.add(replica.name()));
      case 3 -> cutOff.clear();
      case 4 -> switchBroker(BrokerModel.Mode.values()[random.nextInt(4)]);
      default -> switchBroker(BrokerModel.Mode.WORKS);
    }
  }

  private void switchBroker(BrokerModel.Mode mode) {
    trace.add(now, () -> "broker: " + mode);
    broker.switchTo(mode);
  }

  private long anyDuration() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3, 4 -> random.nextLong(5 * MILLI);
      case 5, 6, 7 -> random.nextLong(200 * MILLI);
      case 8 -> random.nextLong(4_000 * MILLI);
      default -> random.nextLong(20_000 * MILLI);
    };
  }

  private void pass(long nanos) {
    now += nanos;
  }

  private void begin() {
    List<RelayDatabase.Event> events = writers.begin();
    if (!events.isEmpty()) {
      trace.add(now, () -> "a writer appends " + events);
    }
    for (RelayDatabase.Event event : events) {
      if (random.nextDouble() < poison) {
        broker.refuseFromNowOn(event.id());
      }
    }
  }

  private void end(boolean commit) {
    List<RelayDatabase.Event> events = writers.end(commit);
    trace.add(now, () -> "a writer ends, committed " + events.stream().map(e -> e.id()).toList());
  }

  private void start() {
    if (replicas.size() < MOST_REPLICAS) {
      String name = "relay-" + ++started;
      trace.add(now, () -> name + " starts");
      Surroundings around = new Surroundings(name);
      replicas.add(new ModelReplica(name, config, database, around, variant, around, random));
    }
  }

  private void anyReplica(Consumer<ModelReplica> action) {
    List<ModelReplica> free = replicas.stream().filter(one -> !inTurn.contains(one)).toList();
    if (!free.isEmpty()) {
      action.accept(free.get(random.nextInt(free.size())));
    }
  }

  private void crash(ModelReplica replica) {
    trace.add(now, () -> replica.name() + " crashes");
    replicas.remove(replica);
  }

  private void leave(ModelReplica replica) {
    trace.add(now, () -> replica.name() + " is stopped");
    replica.leave();
  }

  private void turn(ModelReplica replica) {
    trace.add(now, () -> replica.name() + " begins a turn");
    inTurn.add(replica);
    try {
      if (!calm && random.nextInt(40) == 0) {
        replica.idle();
      } else if (!calm && replica.isLeaving() && random.nextInt(20) == 0) {
        replica.giveUp();
        replicas.remove(replica);
      } else {
        replica.turn();
      }
      if (replica.isLeaving()) {
        replica.leave();
        if (replica.hasLeft()) {
          replicas.remove(replica);
        }
      }
    } catch (Crash crash) {
      crash(replica);
    } finally {
      inTurn.remove(replica);
    }
    trace.add(now, () -> replica.name() + " ends its turn");
  }

  /** An operator requeues or discards a failed event. */
  private void operate() {
    for (RelayDatabase.Pending row : database.queue.values()) {
      if (row.failed && row.discardReason == null) {
        boolean again = calm || random.nextBoolean();
        trace.add(now, () -> (again ? "requeue " : "discard ") + row.event.id());
        if (again) {
          database.requeue(row, now);
        } else {
          database.discard(row, now);
        }
        return;
      }
    }
  }

  /** Ends all faults; then every event must soon arrive, be settled, and wait for no event. */
  private void comeToRest() {
    calm = true;
    cutOff.clear();
    long ended = now;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      broker.calm(now);
      while (!writers.areDone()) {
        end(true);
      }
      if (replicas.isEmpty()) {
        start();
      }
      List.copyOf(replicas).forEach(this::turn);
      operate();
      if (database.queue.isEmpty() && broker.isIdle()) {
        checkRest(now - ended);
        return;
      }
      pass((round % 10 < 8 ? 50 : 5_000) * MILLI);
    }
    throw new Violation("G1, G13: some events never arrive: " + database.queue.keySet());
  }

  private static void checkRest(long nanos) {
    if (nanos > LONGEST_REST) {
      throw new Violation("G13: events waited for %d ms without a fault".formatted(nanos / MILLI));
    }
  }

  private void checkAllArrived() {
    writers
        .committed()
        .forEach(
            (UUID aggregate, Long last) -> {
              if (broker.lastOf(aggregate) != last
                  || database.heads.get(aggregate) != (long) last) {
                throw new Violation("G1: an event of %s is lost".formatted(aggregate));
              }
            });
  }

  /** The replica's view of the world. */
  private final class Surroundings implements Weather, ModelBroker.Wire {
    private final String replica;

    Surroundings(String replica) {
      this.replica = replica;
    }

    @Override
    public void before(String statement) throws SQLException {
      if (calm) {
        return;
      }
      if (inTurn.size() < MOST_REPLICAS && random.nextDouble() < interruptions) {
        others();
      }
      if (random.nextDouble() < faults / 8) {
        fail(statement);
      }
    }

    private void others() {
      trace.add(now, () -> replica + " is held up");
      for (int left = random.nextInt(6); left >= 0; left--) {
        step();
      }
      trace.add(now, () -> replica + " goes on");
    }

    private void fail(String statement) throws SQLException {
      trace.add(now, () -> replica + " fails before " + statement);
      switch (random.nextInt(3)) {
        case 0 -> throw new Crash();
        case 1 -> throw LOST;
        default -> throw TIMEOUT;
      }
    }

    @Override
    public void between() {
      if (!calm) {
        others();
      }
    }

    @Override
    public void after(Supplier<String> statement) throws SQLException {
      trace.add(now, () -> replica + ": " + statement.get());
      if (!calm && random.nextDouble() < faults / 16) {
        trace.add(now, () -> replica + " does not hear of it");
        throw LOST;
      }
    }

    @Override
    public long now() {
      return now;
    }

    @Override
    public boolean chance(double probability) {
      return !calm && random.nextDouble() < probability;
    }

    @Override
    public void send(
        String key, List<ModelBroker.Sent> events, SettableApiFuture<PublishResponse> answer) {
      Supplier<String> name = () -> "%s's %s of %s".formatted(replica, ids(events), key);
      trace.add(now, () -> replica + " sends " + ids(events) + " of " + key);
      events.forEach(event -> checkOwner(event.id()));
      if (variant == RelayVariant.SETTLE_BEFORE_ACK) {
        database.settle(ids(events));
      }
      if (cutOff.contains(replica)) {
        answer.setException(new IllegalStateException("cut off"));
      } else if (variant == RelayVariant.TWO_REQUESTS_PER_KEY && events.size() > 1) {
        sendInTwo(name, events, answer);
      } else {
        broker.send(name, events, answer);
      }
    }

    private void sendInTwo(
        Supplier<String> name,
        List<ModelBroker.Sent> events,
        SettableApiFuture<PublishResponse> answer) {
      SettableApiFuture<PublishResponse> one = SettableApiFuture.create();
      SettableApiFuture<PublishResponse> two = SettableApiFuture.create();
      broker.send(() -> name.get() + " (1)", events.subList(0, 1), one);
      broker.send(() -> name.get() + " (2)", events.subList(1, events.size()), two);
      PublishResponse.Builder both = PublishResponse.newBuilder();
      events.forEach(event -> both.addMessageIds("m"));
      ApiFutures.addCallback(
          ApiFutures.allAsList(List.of(one, two)),
          new ApiFutureCallback<>() {
            @Override
            public void onSuccess(List<PublishResponse> answers) {
              answer.set(both.build());
            }

            @Override
            public void onFailure(Throwable failure) {
              answer.setException(failure);
            }
          },
          MoreExecutors.directExecutor());
    }

    private void checkOwner(long id) {
      RelayDatabase.Lease lease = database.lanes.get(database.log.get(id).lane());
      if (!replica.equals(lease.owner) || lease.until <= now) {
        throw new Violation(
            "%s sends event %d, whose lane is leased to %s".formatted(replica, id, lease.owner));
      }
    }

    private static List<Long> ids(List<ModelBroker.Sent> events) {
      return events.stream().map(ModelBroker.Sent::id).toList();
    }

    @Override
    public boolean takesEvents() {
      return broker.works() && !cutOff.contains(replica);
    }
  }
}
