package com.cottonerp.relay.publishing;

import com.cottonerp.relay.outbox.BrokerRefusal;
import com.cottonerp.relay.outbox.BrokerRefusals;
import com.cottonerp.relay.outbox.PendingEvent;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Logs one line per failure, with the event's ids in the log context and the advice in the text.
 */
public final class FailureLog {
  private static final Logger LOG = Logger.getLogger(FailureLog.class);

  private FailureLog() {}

  /** WHY quieter while probing: the outage is in the log; a line for every probe would be noise. */
  static void publishFailed(
      String source,
      SentRequest request,
      FailureClass failureClass,
      Throwable failure,
      boolean probing) {
    PendingEvent first = request.events().get(0).event();
    withContext(
        first,
        () ->
            LOG.logf(
                probing ? Logger.Level.DEBUG : Logger.Level.WARN,
                "%s: publishing %d events of %s failed (%s): %s. To do: %s",
                source,
                request.events().size(),
                request.publication().orderingKey(),
                failureClass.tag(),
                failure.getMessage(),
                failureClass.advice()));
  }

  /** Logs the outcome for an event that the broker refuses. */
  public static void refused(String source, BrokerRefusal refusal, BrokerRefusals.Outcome outcome) {
    withContext(
        refusal.event(),
        () ->
            LOG.warnf(
                "%s: event %s (%s %d of %s) is refused: %s. %s",
                source,
                refusal.event().facts().eventId(),
                refusal.event().facts().eventType(),
                refusal.event().facts().sequence(),
                refusal.event().aggregateId(),
                refusal.error(),
                advice(outcome)));
  }

  private static String advice(BrokerRefusals.Outcome outcome) {
    return switch (outcome) {
      case WILL_BE_RETRIED -> "To do: nothing yet, it is tried again";
      case FAILED ->
          "It is FAILED and its aggregate waits. To do: requeue it after a repair, or discard it"
              + " with a reason";
      case NOT_OURS -> "To do: nothing, the lane has another owner";
    };
  }

  private static void withContext(PendingEvent event, Runnable log) {
    MDC.put("eventId", event.facts().eventId().toString());
    MDC.put("aggregateId", event.aggregateId().toString());
    MDC.put("traceId", PublishSpans.traceId(event));
    try {
      log.run();
    } finally {
      MDC.remove("eventId");
      MDC.remove("aggregateId");
      MDC.remove("traceId");
    }
  }
}
