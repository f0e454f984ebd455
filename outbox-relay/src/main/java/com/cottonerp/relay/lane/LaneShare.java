package com.cottonerp.relay.lane;

import com.cottonerp.relay.Lanes;

/**
 * The number of lanes that a replica should own. Pure.
 *
 * @param replicas the number of replicas that share the lanes
 */
record LaneShare(int replicas) {
  /** Rounded up, so that all lanes have an owner; the last replica may own fewer. */
  int fair() {
    int sharing = Math.max(replicas, 1);
    return (Lanes.COUNT + sharing - 1) / sharing;
  }

  int toAcquire(int owned, int free) {
    return Math.max(0, Math.min(fair() - owned, free));
  }

  int toDrain(int owned) {
    return Math.max(0, owned - fair());
  }
}
