package com.cottonerp.defaults.events;

import com.cottonerp.defaults.http.Reply;
import com.cottonerp.eventing.outbox.AppendedEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Says in {@code Event-Id} which events a change has raised. A change that is not carried out has
 * none. Thread-safe.
 */
@ApplicationScoped
public class EventIdHeader {
  private final AppendedEvents appended;

  EventIdHeader(AppendedEvents appended) {
    this.appended = appended;
  }

  /** For an answer that is kept: a repetition names the events of the first request. */
  public <T> Reply<T> onto(Reply<T> reply) {
    var events = appended.all();
    return events.isEmpty() ? reply : reply.with(EventIds.HEADER, EventIds.write(events));
  }

  @ServerResponseFilter
  public void add(ContainerRequestContext request, ContainerResponseContext response) {
    boolean changes = !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
    if (changes
        && response.getStatus() / 100 == 2
        && !response.getHeaders().containsKey(EventIds.HEADER)) {
      var events = appended.all();
      if (!events.isEmpty()) {
        response.getHeaders().putSingle(EventIds.HEADER, EventIds.write(events));
      }
    }
  }
}
