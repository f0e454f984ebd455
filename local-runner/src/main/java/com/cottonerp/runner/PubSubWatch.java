package com.cottonerp.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Google's emulator forgets all messages when the emulator ends. This watch waits until the
 * emulator is back with all subscriptions, and then asks the relay to publish recent events again.
 * Not thread-safe.
 */
final class PubSubWatch {
  private static final Duration MARGIN = Duration.ofMinutes(5);
  private static final Duration NOTE_EVERY = Duration.ofSeconds(15);

  private final RecentReplay replay;
  private final Path lastSeen;
  private boolean complete;
  private Instant noted = Instant.EPOCH;

  PubSubWatch(RecentReplay replay, Path lastSeen) {
    this.replay = replay;
    this.lastSeen = lastSeen;
  }

  void look() {
    try {
      if (!replay.subscriptionsAreThere()) {
        complete = false;
      } else if (!complete) {
        complete =
            isNew() || replay.request(Instant.parse(Files.readString(lastSeen)).minus(MARGIN));
      }
      if (complete && noted.plus(NOTE_EVERY).isBefore(Instant.now())) {
        noted = Instant.now();
        Files.writeString(lastSeen, noted.toString());
      }
    } catch (IOException notNow) {
      complete = false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isNew() {
    return !Files.exists(lastSeen);
  }
}
