package com.cottonerp.relay.lane;

/** How many of the lanes a replica should own. Pure. */
record LaneShare(int liveReplicas) {
  static final int LANES = 64;

  /** Rounded up: all lanes are owned, and the last replica may own fewer. */
  int fair() {
    int replicas = Math.max(liveReplicas, 1);
    return (LANES + replicas - 1) / replicas;
  }

  int toAcquire(int owned, int free) {
    return Math.max(0, Math.min(fair() - owned, free));
  }

  int toDrain(int owned) {
    return Math.max(0, owned - fair());
  }
}
