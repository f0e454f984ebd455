package com.cottonerp.defaults.sources;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** New ids: UUIDv7, so that they sort by time. */
@ApplicationScoped
public class IdSource {
  public UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  /** Not after any id that is made at that time or later, and after all that were made before. */
  public static UUID firstOf(Instant time) {
    return new UUID(time.toEpochMilli() << 16, 0);
  }
}
