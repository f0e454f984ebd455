package com.cottonerp.relay.source;

import com.cottonerp.relay.publishing.BrokerState;
import java.util.Optional;
import java.util.Set;

/**
 * What other threads may know about a source: a snapshot that the loop replaces.
 *
 * @param databaseError why the database cannot be used, empty while it can
 * @param lanes the numbers of the lanes that this replica owns
 * @param yielding it gets nothing to the broker and leaves its lanes to replicas that do
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
   * Ready unless the database is out of reach, the broker is not as configured, or it is out of
   * reach for this replica only.
   */
  public boolean isReady() {
    return connected && broker.pauseReason().isEmpty() && !yielding;
  }
}
