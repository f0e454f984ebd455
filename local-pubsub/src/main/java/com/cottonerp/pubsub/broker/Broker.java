package com.cottonerp.pubsub.broker;

import com.cottonerp.pubsub.faults.Faults;
import com.cottonerp.pubsub.journal.Journal;
import com.google.pubsub.v1.DeleteSnapshotRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Topics, subscriptions and snapshots, restored from the journal of a folder.
 *
 * <p>INVARIANT: everything runs on the one loop of {@link Time}. One thread is fast enough for one
 * machine, and needs no locks.
 */
public final class Broker implements AutoCloseable {
  private static final long SMALLEST_TAIL = 64 << 20;

  private final State state;
  private final Journal journal;
  private final Topics topics;
  private final Subscriptions subscriptions;
  private final Snapshots snapshots;

  private Broker(State state, Journal journal) {
    this.state = state;
    this.journal = journal;
    this.topics = new Topics(state);
    this.subscriptions = new Subscriptions(state);
    this.snapshots = new Snapshots(state);
  }

  /**
   * Opens the journal and restores the state.
   *
   * @param background runs the compaction of the journal
   */
  public static Broker open(Path folder, Time time, Executor background) {
    return open(folder, time, background, SMALLEST_TAIL);
  }

  static Broker open(Path folder, Time time, Executor background, long smallestTail) {
    State state = new State(time);
    Journal journal = Journal.open(folder, background, smallestTail, new Restoring(state)::read);
    state.writeTo(journal);
    Broker broker = new Broker(state, journal);
    broker.forgetOld();
    return broker;
  }

  public Topics topics() {
    return topics;
  }

  public Subscriptions subscriptions() {
    return subscriptions;
  }

  public Snapshots snapshots() {
    return snapshots;
  }

  /** Whether there is a topic, subscription or snapshot of that name. */
  public boolean exists(String name) {
    return state.topics.containsKey(name)
        || state.subscriptions.containsKey(name)
        || state.snapshots.containsKey(name);
  }

  public Faults faults() {
    return state.faults;
  }

  /** Sets the faults from now on. */
  public void setFaults(Faults faults) {
    state.faults = faults;
  }

  /** Drops messages and snapshots whose retention has ended. The caller calls this regularly. */
  public void forgetOld() {
    long now = micros(state.time.now());
    state.topics.values().forEach(topic -> topic.forgetOld(now));
    state.subscriptions.values().forEach(subscription -> subscription.forgetOld(now));
    for (SnapshotState snapshot : List.copyOf(state.snapshots.values())) {
      if (snapshot.isExpired(now)) {
        snapshots.delete(
            DeleteSnapshotRequest.newBuilder().setSnapshot(snapshot.settings().getName()).build());
      }
    }
  }

  static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }

  @Override
  public void close() {
    journal.close();
  }
}
