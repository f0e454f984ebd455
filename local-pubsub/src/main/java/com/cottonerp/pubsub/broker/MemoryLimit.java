package com.cottonerp.pubsub.broker;

/**
 * The limit of what waits for subscribers: half of the heap. WHY: the service stores a backlog,
 * this server keeps it in memory; a publisher that is told so goes slower, and a server without
 * memory ends.
 */
final class MemoryLimit {
  /** Attributes take more in memory than in a request. */
  private static final int MEMORY_PER_BYTE = 4;

  private static final int MEMORY_PER_DELIVERY = 250;

  private MemoryLimit() {}

  /** Refuses while too much waits. */
  static void check(State state) {
    long most = Runtime.getRuntime().maxMemory() / 2;
    if (state.topics.values().stream().mapToLong(MemoryLimit::of).sum() > most) {
      throw Refusals.exhausted(
          "The local server holds %d MB for subscribers that are slower than publishers",
          most >> 20);
    }
  }

  // The subscriptions of a topic share its messages: those of the longest backlog are about all.
  private static long of(TopicState topic) {
    long bytes = 0;
    long deliveries = 0;
    for (SubscriptionState subscription : topic.subscriptions) {
      bytes = Math.max(bytes, subscription.backlogBytes());
      deliveries += subscription.backlogSize();
    }
    return MEMORY_PER_BYTE * bytes + MEMORY_PER_DELIVERY * deliveries;
  }
}
