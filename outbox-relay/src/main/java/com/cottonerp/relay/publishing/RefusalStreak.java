package com.cottonerp.relay.publishing;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Refusals without a success in between. A refusal for one aggregate may come from a bad event;
 * refusals for many aggregates in a row mean a fault elsewhere: a schema on the topic, a proxy.
 * Pure.
 */
final class RefusalStreak {
  private final int aggregatesOfAFault;
  private final Set<UUID> refused = new HashSet<>();

  RefusalStreak(int aggregatesOfAFault) {
    this.aggregatesOfAFault = aggregatesOfAFault;
  }

  /** Counts the refusal of a single event. Returns whether the topic seems to refuse all events. */
  boolean refused(UUID aggregate) {
    if (refused.size() < aggregatesOfAFault) {
      refused.add(aggregate);
    }
    return isAFault();
  }

  /** Whether so many aggregates were refused that no single event is at fault. */
  boolean isAFault() {
    return refused.size() >= aggregatesOfAFault;
  }

  void accepted() {
    refused.clear();
  }
}
