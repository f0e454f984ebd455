package com.cottonerp.relay.publishing;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Refusals without a success between them. One aggregate that is refused may have a bad event; so
 * many different ones in a row mean that it is not the events: a schema on the topic, a proxy.
 * Pure.
 */
final class RefusalStreak {
  private final int aggregatesOfAFault;
  private final Set<UUID> refused = new HashSet<>();

  RefusalStreak(int aggregatesOfAFault) {
    this.aggregatesOfAFault = aggregatesOfAFault;
  }

  /** An event of the aggregate was refused alone. Returns whether all seem to be. */
  boolean refused(UUID aggregate) {
    if (refused.size() < aggregatesOfAFault) {
      refused.add(aggregate);
    }
    return isAFault();
  }

  /** So many that it is not the events. */
  boolean isAFault() {
    return refused.size() >= aggregatesOfAFault;
  }

  void accepted() {
    refused.clear();
  }
}
