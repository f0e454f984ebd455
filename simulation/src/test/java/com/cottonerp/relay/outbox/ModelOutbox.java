package com.cottonerp.relay.outbox;

import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.lane.ModelLeases;
import com.cottonerp.simulation.RelayDatabase;
import com.cottonerp.simulation.RelayDatabase.Lease;
import com.cottonerp.simulation.RelayDatabase.Pending;
import com.cottonerp.simulation.RelayVariant;
import com.cottonerp.simulation.Weather;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The statements of the loop's session, on the rows of the model. */
public final class ModelOutbox {
  private static final byte[] PAYLOAD = {'{', '}'};
  private static final PendingEvent.Trail NO_TRAIL = new PendingEvent.Trail(null, null, null);

  private final RelayDatabase database;
  private final Weather weather;
  private final RelayVariant variant;

  private ModelOutbox(RelayDatabase database, Weather weather, RelayVariant variant) {
    this.database = database;
    this.weather = weather;
    this.variant = variant;
  }

  public static OutboxSession session(
      RelayDatabase database,
      Weather weather,
      RelayVariant variant,
      String replica,
      RelayConfig config) {
    ModelOutbox outbox = new ModelOutbox(database, weather, variant);
    return new OutboxSession(
        null,
        outbox.new Queue(),
        outbox.new Facts(),
        outbox.new Fenced(replica, config.publish().maxAttempts()),
        new Debris(),
        outbox.new Before(),
        new ModelLeases(database, weather, variant, replica, config.lease().ttl()));
  }

  private final class Queue extends PendingEvents {
    Queue() {
      super(null);
    }

    @Override
    public Ring ring() throws SQLException {
      weather.before("ring");
      long next = database.nextTransaction;
      long oldest = database.running.isEmpty() ? next : database.running.firstKey();
      Ring ring = new Ring(database.lastId, oldest, next);
      weather.after(() -> "ring");
      return ring;
    }

    @Override
    public Fetched fetch(List<Wanted> wanted, long maxBytes) throws SQLException {
      weather.before("fetch");
      long now = weather.now();
      List<Candidate> candidates = new ArrayList<>();
      for (Wanted lane : wanted) {
        List<Pending> rows = new ArrayList<>();
        add(rows, lane, row -> row.event.id() > lane.after() && row.blockedBy == null);
        add(rows, lane, row -> row.blockedBy != null && row.blockedBy == 0);
        add(rows, lane, row -> isItsTime(row, now));
        rows.stream()
            .sorted(Comparator.comparing(row -> row.event.id()))
            .limit(lane.quota())
            .forEach(row -> candidates.add(candidate(row)));
      }
      candidates.sort(Comparator.comparing(candidate -> candidate.event().id()));
      weather.after(() -> "fetch " + candidates.size());
      return new Fetched(candidates, List.of(), true);
    }

    private static boolean isItsTime(Pending row, long now) {
      return row.nextAttemptAt != null
          && row.nextAttemptAt <= now
          && row.blockedBy != null
          && row.blockedBy == row.event.id()
          && (!row.failed || row.discardReason != null);
    }

    private void add(List<Pending> rows, Wanted lane, Predicate<Pending> which) {
      int left = lane.quota();
      for (Pending row : database.queue.values()) {
        if (left > 0 && row.event.lane() == lane.lane() && which.test(row)) {
          rows.add(row);
          left--;
        }
      }
    }
  }

  private PendingEvents.Candidate candidate(Pending row) {
    RelayDatabase.Event event = row.event;
    long head = database.heads.getOrDefault(event.aggregateId(), 0L);
    return new PendingEvents.Candidate(
        new PendingEvent(
            event.id(),
            event.lane(),
            event.aggregateId(),
            row.attempts,
            row.discardReason,
            new PendingEvent.Facts(
                event.eventId(), "Ledger", event.sequence(), "Moved", 1, Instant.EPOCH),
            NO_TRAIL,
            PAYLOAD),
        variant == RelayVariant.NO_TURNSTILE ? event.sequence() - 1 : head);
  }

  private final class Facts extends Settlements {
    Facts() {
      super(null);
    }

    @Override
    public void settle(List<Settlement> acked) throws SQLException {
      weather.before("settle");
      database.settle(acked.stream().map(Settlement::id).toList());
      weather.after(() -> "settle " + acked.stream().map(Settlement::id).toList());
    }
  }

  private final class Fenced extends BrokerRefusals {
    private final String replica;
    private final int maxAttempts;

    Fenced(String replica, int maxAttempts) {
      super(null, replica, maxAttempts);
      this.replica = replica;
      this.maxAttempts = maxAttempts;
    }

    @Override
    public Outcome record(BrokerRefusal refusal, Duration retryAfter) throws SQLException {
      weather.before("refuse");
      Outcome outcome = refuse(refusal, retryAfter);
      weather.after(() -> "refuse " + refusal.event().id() + " " + outcome);
      return outcome;
    }

    private Outcome refuse(BrokerRefusal refusal, Duration retryAfter) {
      Lease lease = database.lanes.get(refusal.lane().number());
      Pending row = database.queue.get(refusal.event().id());
      long now = weather.now();
      boolean mine = lease.isOf(replica, refusal.lane().epoch()) && lease.until > now;
      if (row == null || !(mine || variant == RelayVariant.NO_EPOCH)) {
        return Outcome.NOT_OURS;
      }
      boolean failed = database.refuse(row, maxAttempts, retryAfter.toNanos(), now);
      return failed ? Outcome.FAILED : Outcome.WILL_BE_RETRIED;
    }
  }

  private static final class Debris extends Orphans {
    Debris() {
      super(null);
    }
  }

  private final class Before extends Predecessors {
    Before() {
      super(null);
    }

    @Override
    public List<Predecessor> find(List<Doubtful> events) throws SQLException {
      weather.before("find predecessors");
      List<Predecessor> found = new ArrayList<>();
      for (Doubtful event : events) {
        Pending before = before(event);
        if (before != null) {
          long blockedBy = before.blockedBy == null ? -1 : before.blockedBy;
          found.add(new Predecessor(event.aggregateId(), before.event.id(), blockedBy));
        }
      }
      weather.after(() -> "find predecessors");
      return found;
    }

    private Pending before(Doubtful event) {
      UUID aggregate = event.aggregateId();
      Pending last = null;
      for (Pending row : database.queue.values()) {
        long sequence = row.event.sequence();
        boolean between = sequence > event.publishedThrough() && sequence < event.sequence();
        if (between
            && row.event.aggregateId().equals(aggregate)
            && (last == null || last.event.sequence() < sequence)) {
          last = row;
        }
      }
      return last;
    }

    @Override
    public Set<Long> mark(List<Mark> marks) throws SQLException {
      weather.before("mark");
      Set<Long> marked = new HashSet<>();
      for (Mark mark : marks) {
        Pending head = database.queue.get(mark.head());
        Pending row = database.queue.get(mark.id());
        if (head != null
            && head.blockedBy != null
            && row != null
            && (row.blockedBy == null || row.blockedBy == 0)) {
          row.blockedBy = mark.head();
          marked.add(mark.id());
        }
      }
      weather.after(() -> "mark " + marked);
      return marked;
    }
  }
}
