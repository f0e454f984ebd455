package com.cottonerp.eventing.inbox;

import com.cottonerp.contracts.PublishedEvent;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * The routing table of a projection: every event type of a topic is either handled or named as
 * ignored. A type that is neither fails {@link #complete()}, so that ignoring is a decision. Types
 * that this program has never heard of are ignored at run time (tolerant reader).
 */
public final class Routes<E extends PublishedEvent> {
  private final String topic;
  private final Class<E> family;
  private final Map<String, Route<?>> handled = new HashMap<>();
  private final List<String> ignored = new ArrayList<>();

  private Routes(String topic, Class<E> family) {
    this.topic = topic;
    this.family = family;
  }

  /**
   * @param family the sealed interface of all events on the topic
   */
  public static <E extends PublishedEvent> Routes<E> from(String topic, Class<E> family) {
    return new Routes<>(topic, family);
  }

  public <T extends E> Routes<E> on(
      Class<T> type, BiFunction<T, EventPosition, Uni<Void>> handler) {
    return handle(type, Optional.empty(), handler);
  }

  /**
   * @param which of the events of the type; all others are ignored, which costs less than to handle
   *     them without an effect
   */
  public <T extends E> Routes<E> on(
      Class<T> type, Predicate<T> which, BiFunction<T, EventPosition, Uni<Void>> handler) {
    return handle(type, Optional.of(which), handler);
  }

  private <T extends E> Routes<E> handle(
      Class<T> type,
      Optional<Predicate<T>> which,
      BiFunction<T, EventPosition, Uni<Void>> handler) {
    handled.put(
        PublishedEvent.typeOf(type),
        new Route<>(type, PublishedEvent.versionOf(type), which, handler));
    return this;
  }

  /** Event types, or families of them. */
  @SafeVarargs
  public final Routes<E> ignoring(Class<? extends E>... types) {
    for (Class<? extends E> type : types) {
      PublishedEvent.typesOf(type).map(PublishedEvent::typeOf).forEach(ignored::add);
    }
    return this;
  }

  public Routes<E> complete() {
    List<String> forgotten =
        PublishedEvent.typesOf(family)
            .map(PublishedEvent::typeOf)
            .filter(type -> !handled.containsKey(type) && !ignored.contains(type))
            .toList();
    if (!forgotten.isEmpty()) {
      throw new IllegalStateException(
          "Events on %s are neither handled nor ignored: %s".formatted(topic, forgotten));
    }
    return this;
  }

  public String topic() {
    return topic;
  }

  Optional<Route<?>> route(String type) {
    return Optional.ofNullable(handled.get(type));
  }

  /** Of what handles the event; empty when it only moves the cursor. */
  Optional<Route<?>> of(EventEnvelope event) {
    return event.tombstone() ? Optional.empty() : route(event.type());
  }

  /**
   * @param which empty when the route takes all events of the type, so that none is parsed to ask
   */
  record Route<T extends PublishedEvent>(
      Class<T> type,
      int version,
      Optional<Predicate<T>> which,
      BiFunction<T, EventPosition, Uni<Void>> handler) {}
}
