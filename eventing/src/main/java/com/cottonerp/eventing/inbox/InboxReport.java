package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.Cursor.Step;
import com.cottonerp.eventing.inbox.Cursors.Key;
import com.cottonerp.eventing.inbox.ParkedMessages.Parking;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Counts and logs what became of events, under the trace of each, after the commit. */
@ApplicationScoped
public class InboxReport {
  private static final Logger LOG = Logger.getLogger(Inbox.class);

  private final InboxMetrics metrics;

  InboxReport(InboxMetrics metrics) {
    this.metrics = metrics;
  }

  void report(List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      if (isOnlyCounted(outcome)) {
        report(outcome);
      } else {
        reportUnderTrace(outcome);
      }
    }
  }

  /** WHY: almost all are, and the trace of each would cost more than to count it. */
  private static boolean isOnlyCounted(Outcome outcome) {
    return outcome.step() instanceof Step.Next
        && !LOG.isDebugEnabled()
        && !outcome.arrival().span().getSpanContext().isSampled();
  }

  private void reportUnderTrace(Outcome outcome) {
    Scope scope = outcome.arrival().span().makeCurrent();
    MDC.put("eventId", outcome.arrival().position().eventId());
    MDC.put("aggregateId", outcome.arrival().position().aggregateId());
    try {
      report(outcome);
    } finally {
      MDC.remove("eventId");
      MDC.remove("aggregateId");
      scope.close();
    }
  }

  /** Of parked messages whose numbers another event had. */
  public void reportOvertaken(Key key, List<Long> conflicts) {
    if (!conflicts.isEmpty()) {
      conflicts.forEach(sequence -> metrics.conflict(key.projection()));
      LOG.errorf(
          "Messages that were parked carry sequences %s of aggregate %s, which other events have in %s;"
              + " they are kept aside and not applied. To do: find out which are genuine (the outbox has"
              + " them)",
          conflicts, key.aggregateId(), key.projection());
    }
  }

  private void report(Outcome outcome) {
    EventEnvelope event = outcome.arrival().event();
    String projection = outcome.projection().name();
    if (outcome.step() instanceof Step.Next) {
      metrics.applied(projection, event.position());
      LOG.debugf("Applied %s to %s", event.type(), projection);
    } else if (outcome.step() instanceof Step.Duplicate) {
      metrics.duplicate(projection);
      LOG.debugf("%s was applied to %s before", event.type(), projection);
    } else if (outcome.step() instanceof Step.Conflict || outcome.parking() == Parking.CONFLICT) {
      metrics.conflict(projection);
      LOG.errorf(
          "%s carries sequence %d of aggregate %s, which another event has in %s; it is kept aside and"
              + " not applied. To do: find out which of the two is genuine (the outbox has it)",
          StorableText.line(event.type()),
          event.position().sequence(),
          event.position().aggregateId(),
          projection);
    } else {
      metrics.parked(projection, outcome.parking());
      if (outcome.step() instanceof Step.Gap gap && outcome.parking() != Parking.BEHIND) {
        LOG.warnf(
            "%s has sequence %d but %s is at %d: %s, and what is missing is asked for again",
            StorableText.line(event.type()),
            event.position().sequence(),
            projection,
            gap.last(),
            outcome.parking() == Parking.FULL ? "not kept, too many are parked" : "parked");
      }
    }
  }
}
