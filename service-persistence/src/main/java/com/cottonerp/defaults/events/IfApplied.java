package com.cottonerp.defaults.events;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.problem.Refusal;
import com.cottonerp.eventing.inbox.AppliedEvents;
import com.cottonerp.eventing.inbox.EventReference;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * {@code If-Applied}: carries out a request once the events that it names are applied here, or
 * refuses it with 412 when they are not applied in time. Waits after the permissions were checked
 * and before anything is read; blocks no thread and holds no connection. Thread-safe.
 */
@ApplicationScoped
class IfApplied {
  private static final String WAITED = IfApplied.class.getName();

  private final AppliedEvents applied;
  private final Waits waits;
  private final CurrentVertxRequest current;

  IfApplied(AppliedEvents applied, Waits waits, CurrentVertxRequest current) {
    this.applied = applied;
    this.waits = waits;
    this.current = current;
  }

  // Before everything that asks what was applied, such as who may act for whom.
  @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
  public void await(ResteasyReactiveContainerRequestContext request) {
    String condition = request.getHeaderString(EventIds.CONDITION);
    if (condition == null) {
      return;
    }
    List<EventReference> events = read(condition);
    PreferredWait preferred = PreferredWait.of(request.getHeaderString(PreferredWait.HEADER));
    if (preferred.isAsked()) {
      request.setProperty(WAITED, preferred.applied());
    }
    HttpServerResponse answer = current.getCurrent().response();
    Duration limit = Duration.ofSeconds(preferred.seconds());
    request.suspend();
    waits
        .until(limit, answer::closed, () -> applied.areApplied(events))
        .subscribe()
        .with(
            yes -> {
              if (yes) {
                request.resume();
              } else {
                request.resume(new NotYetApplied().refused());
              }
            },
            request::resume);
  }

  private List<EventReference> read(String condition) {
    List<EventReference> events;
    try {
      events = EventIds.read(condition);
    } catch (IllegalArgumentException unreadable) {
      throw new InvalidField("/" + EventIds.CONDITION, EventIds.EXPECTED).refused();
    }
    for (EventReference event : events) {
      if (!applied.isOutbox(event.outbox())) {
        throw new InvalidField(
                "/" + EventIds.CONDITION, "names a source that is not known: " + event.outbox())
            .refused();
      }
    }
    return events;
  }

  @ServerResponseFilter
  public void tell(ContainerRequestContext request, ContainerResponseContext response) {
    Object waited = request.getProperty(WAITED);
    if (waited != null) {
      response.getHeaders().putSingle("Preference-Applied", waited);
    }
  }

  /** An event that the request waits for is on its way, or waits for something itself. */
  @Explained(
      means =
          "An event that If-Applied names is on its way to this service, or waits there for another. Nothing was done.",
      remedy = "Repeat the request after Retry-After, or wait longer with Prefer: wait=10.")
  record NotYetApplied() implements Refusal {
    @Override
    public int status() {
      return PRECONDITION_FAILED;
    }

    @Override
    public int retryAfterSeconds() {
      return 1;
    }

    @Override
    public String detail() {
      return "An event that If-Applied names is not applied here yet, and nothing was done; repeat"
          + " the request, or say with Prefer: wait=10 how many seconds to wait";
    }
  }
}
