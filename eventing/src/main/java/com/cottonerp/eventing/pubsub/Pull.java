package com.cottonerp.eventing.pubsub;

/**
 * How the messages of a subscription come to their {@link PullLoop}. All calls are made on its
 * event loop.
 */
interface Pull {
  void start();

  /** There is room for more messages than before. */
  void roomCame();

  /** Nothing that comes from now on is handed out. */
  void stop();

  /** Whether nothing more can come. */
  boolean hasEnded();
}
