package com.cottonerp.eventing.outbox;

import com.cottonerp.eventing.inbox.EventReference;
import com.cottonerp.eventing.inbox.Origins;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * The events that the current request has appended, oldest first; also those that were appended
 * before under the same key. True only of a request whose transactions have committed. Not
 * thread-safe: belongs to one request.
 */
@RequestScoped
public class AppendedEvents {
  private final Origins origins;
  private final List<EventReference> events = new ArrayList<>();

  AppendedEvents(Origins origins) {
    this.origins = origins;
  }

  public List<EventReference> all() {
    return List.copyOf(events);
  }

  void add(String topic, List<AppendedEvent> appended) {
    String outbox =
        origins
            .outboxOf(topic)
            .orElseThrow(() -> new IllegalStateException("The topology has no topic " + topic));
    for (AppendedEvent event : appended) {
      events.add(
          new EventReference(event.eventId(), outbox, event.aggregateId(), event.sequence()));
    }
  }
}
