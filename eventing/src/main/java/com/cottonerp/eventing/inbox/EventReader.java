package com.cottonerp.eventing.inbox;

import com.cottonerp.contracts.PublishedEvent;
import com.cottonerp.eventing.inbox.Routes.Route;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/**
 * Reads a payload as the record that a route expects: unknown fields are ignored, versions are not.
 */
@ApplicationScoped
class EventReader {
  private final ObjectReader json;

  EventReader(ObjectMapper json) {
    this.json = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  <T extends PublishedEvent> Uni<Void> deliver(Route<T> route, EventEnvelope event) {
    if (event.version() != route.version()) {
      return Uni.createFrom()
          .failure(
              new IllegalArgumentException(
                  "%s version %d is not known here, only version %d"
                      .formatted(event.type(), event.version(), route.version())));
    }
    try {
      T payload = json.forType(route.type()).readValue(event.data());
      if (payload == null) {
        throw new IllegalArgumentException("The payload is null");
      }
      return route.handler().apply(payload, event.position());
    } catch (IOException | RuntimeException | StackOverflowError failure) {
      return Uni.createFrom().failure(failure);
    }
  }
}
