package com.cottonerp.defaults.sources;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** New ids: UUIDv7, so that they sort by time. */
@ApplicationScoped
public class IdSource {
  public UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
