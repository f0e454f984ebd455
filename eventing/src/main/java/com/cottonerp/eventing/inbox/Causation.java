package com.cottonerp.eventing.inbox;

import io.smallrye.common.vertx.ContextLocals;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.UUID;

/**
 * The event that is being handled on the current Vert.x context, so that what it causes can name
 * it.
 */
public record Causation(UUID eventId, String correlationId) {
  private static final String KEY = Causation.class.getName();

  /** The event being handled, or null when the current work was not caused by an event. */
  public static Causation current() {
    if (Vertx.currentContext() == null) {
      return null;
    }
    return Vertx.currentContext().getLocal(KEY);
  }

  static Causation by(EventEnvelope event) {
    String id = event.position().eventId().toString();
    return new Causation(
        event.position().eventId(), Optional.ofNullable(event.correlationId()).orElse(id));
  }

  static void set(Causation causation) {
    ContextLocals.put(KEY, causation);
  }
}
