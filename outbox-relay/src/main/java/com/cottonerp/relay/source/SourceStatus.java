package com.cottonerp.relay.source;

import com.cottonerp.relay.publishing.BrokerState;
import java.util.Optional;
import java.util.Set;

/**
 * A source's state for other threads: a snapshot that the loop replaces.
 *
 * @param databaseError why the database cannot be used; empty while the database can be used
 * @param lanes the numbers of the lanes that this replica owns
 * @param yielding whether this replica cannot reach the broker, and leaves its lanes to other
 *     replicas
 */
public record SourceStatus(
    boolean connected,
    Optional<String> databaseError,
    BrokerState broker,
    Set<Integer> lanes,
    boolean yielding) {
  static final SourceStatus STARTING =
      new SourceStatus(false, Optional.empty(), BrokerState.WORKING, Set.of(), false);

  /**
   * Ready, unless the database is unreachable, the broker's configuration is wrong, or the broker
   * is unreachable for this replica only.
   */
  public boolean isReady() {
    return connected && broker.pauseReason().isEmpty() && !yielding;
  }
}
