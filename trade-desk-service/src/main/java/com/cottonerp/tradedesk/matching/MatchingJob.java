package com.cottonerp.tradedesk.matching;

import com.cottonerp.defaults.audit.Audited;
import com.cottonerp.eventing.readmodels.ReadModelIncompleteException;
import com.cottonerp.tradedesk.matchrequests.MatchRequests;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes posts from the queue and matches them, one transaction each: a crash leaves the post in the
 * queue. Every replica takes; none gets what another one holds.
 */
@ApplicationScoped
class MatchingJob {
  private static final Logger LOG = Logger.getLogger(MatchingJob.class);
  private static final int MOST_IN_ONE_ROUND = 500;

  private final MatchRequests requests;
  private final MatchPost matching;
  private final MeterRegistry metrics;

  MatchingJob(MatchRequests requests, MatchPost matching, MeterRegistry metrics) {
    this.requests = requests;
    this.matching = matching;
    this.metrics = metrics;
  }

  @Scheduled(
      identity = "matching",
      every = "{trade-desk.match-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> matchAll() {
    return Multi.createBy()
        .repeating()
        .uni(this::matchOne)
        .whilst(Boolean::booleanValue)
        .select()
        .first(MOST_IN_ONE_ROUND)
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** False when nothing was due. */
  private Uni<Boolean> matchOne() {
    Taken taken = new Taken();
    return Audited.job(
            "matching",
            () ->
                requests
                    .take()
                    .invoke(request -> taken.request = request)
                    .chain(
                        request ->
                            request.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : matching.match(request.get())))
        .map(done -> taken.request.isPresent())
        .onFailure()
        .recoverWithUni(failure -> putOff(taken, failure));
  }

  private Uni<Boolean> putOff(Taken taken, Throwable failure) {
    if (taken.request.isEmpty()) {
      return Uni.createFrom().failure(failure);
    }
    if (failure instanceof ReadModelIncompleteException) {
      LOG.infof("Post %s is matched later: %s", taken.request.get().postId(), failure.getMessage());
    } else {
      metrics.counter("matching_failures").increment();
      LOG.warnf(
          failure, "Post %s could not be matched; it is tried again", taken.request.get().postId());
    }
    return Audited.job("matching", () -> requests.putOff(taken.request.get())).replaceWith(true);
  }

  /** What the transaction held when it failed. */
  private static final class Taken {
    private Optional<MatchRequests.Request> request = Optional.empty();
  }
}
