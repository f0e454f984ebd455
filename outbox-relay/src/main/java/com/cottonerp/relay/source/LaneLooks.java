package com.cottonerp.relay.source;

import com.cottonerp.relay.Lanes;
import com.cottonerp.relay.lane.Lane;
import com.cottonerp.relay.outbox.PendingEvents.Fetched;
import com.cottonerp.relay.outbox.PendingEvents.Wanted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the next fetch of each lane begins, so that a fetch reads new events and no settled ones:
 * dead rows stay in the queue's index as long as a transaction holds a snapshot with these rows.
 *
 * <pre>
 *   0 ───────────── seen ──────────────────────── top ───────────▶ ids of a lane
 *     nothing left,        looked at, but a             not looked
 *     nothing to come      transaction that takes       at yet
 *                          long may still bring some
 * </pre>
 *
 * A fetch begins at {@code seen}. While that costs too much for the events found, a fetch begins at
 * {@code top}, or where the ids of the last second begin; and at {@code seen} after a time in
 * proportion to the cost. Each lane is read from 0 when the lane is acquired, and now and then, in
 * case these positions are wrong: a wrong position can delay an event, but never lose or reorder an
 * event (see {@link Turnstile}); {@link QueueWatch} notices such an event within two of its looks.
 * Pure; belongs to the loop.
 */
final class LaneLooks {
  private static final Duration FULL_LOOK_EVERY = Duration.ofSeconds(30);
  private static final Duration FULL_LOOKS_APART = Duration.ofMillis(200);
  private static final Duration AFTER_TIMEOUT = Duration.ofSeconds(10);

  /** The cost limit of one event; a fetch above this limit walks over dead rows. */
  private static final long NANOS_PER_EVENT = 50_000;

  private static final long NEGLIGIBLE_NANOS = Duration.ofMillis(5).toNanos();

  /**
   * Fetches of old ids take a twentieth of the time, fetches from 0 a fiftieth. WHY the wait has a
   * limit: a fetch also looks expensive when the process was held up during the fetch.
   */
  private static final int WIDE_SHARE = 20;

  private static final int FULL_SHARE = 50;

  /**
   * The knowledge about the log's ids before a fetch.
   *
   * @param safe every event up to this id is committed, or never will be
   * @param recent events up to this id are committed, unless their transaction takes long
   * @param last the highest id of the log at that time
   */
  record Horizon(long safe, long recent, long last) {}

  private static final class Looked {
    private boolean fully;
    private long seen;
    private long top;
    private long fullLookAt;
  }

  private final Map<Lane, Looked> lanes = new HashMap<>();
  private long wideAt;
  private long fullAt;
  private long firstLooksAt;
  private int fullLooksAtOnce = Lanes.COUNT;

  LaneLooks(long now) {
    wideAt = now;
    fullAt = now;
    firstLooksAt = now;
  }

  /** Plans the fetch of these lanes; leaves out a lane that has to wait for its first look. */
  List<Wanted> plan(Map<Lane, Integer> quotas, Horizon horizon, long now) {
    lanes.keySet().removeIf(Lane::isOver);
    Optional<Lane> again = dueForFullLook(quotas, now);
    List<Wanted> wanted = new ArrayList<>();
    int first = 0;
    int mostFirst = firstLooksNow(quotas, now);
    for (Map.Entry<Lane, Integer> entry : quotas.entrySet()) {
      Looked looked = lanes.get(entry.getKey());
      if (looked.fully || first++ < mostFirst) {
        boolean fromStart = !looked.fully || again.filter(entry.getKey()::equals).isPresent();
        long from = now - wideAt >= 0 ? looked.seen : horizon.recent();
        long after = fromStart ? 0 : Math.min(from, looked.top);
        wanted.add(new Wanted(entry.getKey().number(), entry.getValue(), after));
      }
    }
    return wanted;
  }

  /** WHY no first look after a timeout: a slow first look must not delay the other lanes. */
  private int firstLooksNow(Map<Lane, Integer> quotas, long now) {
    quotas.keySet().forEach(lane -> lanes.computeIfAbsent(lane, unknown -> new Looked()));
    boolean others = quotas.keySet().stream().anyMatch(lane -> lanes.get(lane).fully);
    return others && now - firstLooksAt < 0 ? 0 : fullLooksAtOnce;
  }

  private Optional<Lane> dueForFullLook(Map<Lane, Integer> quotas, long now) {
    if (now - fullAt < 0) {
      return Optional.empty();
    }
    return quotas.keySet().stream()
        .filter(lane -> lanes.containsKey(lane) && lanes.get(lane).fully)
        .filter(lane -> now - lanes.get(lane).fullLookAt >= FULL_LOOK_EVERY.toNanos())
        .min(Comparator.comparingLong(lane -> lanes.get(lane).fullLookAt - now));
  }

  /** Whether some of these lanes were left out, and can be looked at right away. */
  boolean areFirstLooksLeft(Map<Lane, Integer> quotas, long now) {
    return now - firstLooksAt >= 0
        && quotas.keySet().stream().anyMatch(lane -> !lanes.get(lane).fully);
  }

  /** Whether the lane was read from 0 since it was acquired. */
  boolean isLookedAt(Lane lane) {
    return lanes.containsKey(lane) && lanes.get(lane).fully;
  }

  /** Records the result of a fetch. */
  void looked(
      Map<Lane, Integer> quotas,
      List<Wanted> wanted,
      Fetched fetched,
      Horizon horizon,
      long began,
      long ended) {
    Map<Integer, Lane> byNumber = new HashMap<>();
    quotas.keySet().forEach(lane -> byNumber.put(lane.number(), lane));
    Map<Integer, Integer> rows = fetched.rowsByLane();
    Map<Integer, Long> last = fetched.lastIdByLane();
    boolean anyFull = false;
    boolean anyWide = false;
    for (Wanted want : wanted) {
      Looked looked = lanes.get(byNumber.get(want.lane()));
      boolean exhausted = fetched.complete() && rows.getOrDefault(want.lane(), 0) < want.quota();
      anyFull |= want.after() == 0 && looked.fully;
      anyWide |= want.after() < Math.min(horizon.recent(), looked.top);
      looked(looked, want, exhausted, last.getOrDefault(want.lane(), 0L), horizon, ended);
    }
    spend(fetched, anyWide, anyFull, began, ended);
  }

  private static void looked(
      Looked looked, Wanted want, boolean exhausted, long last, Horizon horizon, long now) {
    if (!exhausted && last == 0) {
      return; // WHY: it was cut off by the bytes of other lanes, so nothing was learned.
    }
    if (want.after() == 0) {
      looked.fully = true;
      looked.fullLookAt = now;
    }
    if (want.after() <= looked.seen) {
      looked.seen =
          Math.max(looked.seen, exhausted ? horizon.safe() : Math.min(horizon.safe(), last));
    }
    looked.top = Math.max(looked.top, exhausted ? Math.max(horizon.last(), last) : last);
  }

  private void spend(Fetched fetched, boolean wide, boolean full, long began, long ended) {
    long cost = ended - began - NANOS_PER_EVENT * fetched.candidates().size();
    if (wide && cost > NEGLIGIBLE_NANOS) {
      wideAt = ended + Math.min(WIDE_SHARE * cost, AFTER_TIMEOUT.toNanos());
    }
    if (full) {
      long apart = Math.max(FULL_LOOKS_APART.toNanos(), FULL_SHARE * cost);
      fullAt = ended + Math.min(apart, FULL_LOOK_EVERY.toNanos());
    }
    fullLooksAtOnce = Math.min(Lanes.COUNT, fullLooksAtOnce * 2);
  }

  /** A fetch timed out: the next fetches look at less. */
  void timedOut(long now) {
    wideAt = now + AFTER_TIMEOUT.toNanos();
    fullAt = wideAt;
    firstLooksAt = wideAt;
    fullLooksAtOnce = Math.max(1, fullLooksAtOnce / 2);
  }

  /**
   * Events behind this id left the memory unpublished, or were not fetched: fetch from there again.
   */
  void lookAgainFrom(Lane lane, long id) {
    Looked looked = lanes.get(lane);
    if (looked != null) {
      looked.seen = Math.min(looked.seen, id);
      looked.top = Math.min(looked.top, id);
    }
  }
}
