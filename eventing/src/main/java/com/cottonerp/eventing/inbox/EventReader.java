package com.cottonerp.eventing.inbox;

import com.cottonerp.contracts.PublishedEvent;
import com.cottonerp.eventing.inbox.Routes.Route;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads a payload as the record that a route expects: unknown fields are ignored, versions are not.
 */
@ApplicationScoped
class EventReader {
  private final ObjectReader json;

  EventReader(ObjectMapper json) {
    this.json = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  /**
   * Of what handles an event; empty when it only moves the cursor. What cannot be read has a route:
   * it fails when it is delivered.
   */
  Optional<Route<?>> route(Projection projection, Arrival arrival) {
    return projection.routes().of(arrival.event()).filter(route -> takes(route, arrival));
  }

  // WHY no parsing for a route that takes all events: the payload of a duplicate is never needed.
  private <T extends PublishedEvent> boolean takes(Route<T> route, Arrival arrival) {
    return route.which().isEmpty() || passes(route.which().get(), route, arrival);
  }

  private <T extends PublishedEvent> boolean passes(
      Predicate<T> which, Route<T> route, Arrival arrival) {
    try {
      return which.test(read(route, arrival));
    } catch (RuntimeException unreadable) {
      return true;
    }
  }

  <T extends PublishedEvent> Uni<Void> deliver(Route<T> route, Arrival arrival) {
    try {
      return route.handler().apply(read(route, arrival), arrival.position());
    } catch (RuntimeException failure) {
      return Uni.createFrom().failure(failure);
    }
  }

  /** Once, however many projections of the program it concerns: they know the type as one class. */
  private <T extends PublishedEvent> T read(Route<T> route, Arrival arrival) {
    if (!route.type().isInstance(arrival.payload())) {
      EventEnvelope event = arrival.event();
      if (event.version() != route.version()) {
        throw new UnreadableDataException(
            "%s version %d is not known here, only version %d"
                .formatted(event.type(), event.version(), route.version()));
      }
      arrival.read(parse(route.type(), event.data()));
    }
    return route.type().cast(arrival.payload());
  }

  private <T extends PublishedEvent> T parse(Class<T> type, byte[] data) {
    try {
      T payload = json.forType(type).readValue(data);
      if (payload == null) {
        throw new UnreadableDataException("The data is null");
      }
      return payload;
    } catch (JsonProcessingException unfit) {
      throw UnreadableDataException.of(unfit);
    } catch (IOException noCharacters) {
      throw new UnreadableDataException("The data is no text in UTF-8");
    } catch (StackOverflowError deep) {
      throw new UnreadableDataException("The data is nested too deeply");
    }
  }
}
