package com.cottonerp.tradedesk.matching;

import com.cottonerp.defaults.audit.Audited;
import com.cottonerp.eventing.readmodels.ReadModelIncompleteException;
import com.cottonerp.tradedesk.matchrequests.MatchRequests;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Takes posts from the queue under a lease and matches them, one transaction each: after a crash
 * the post is due again when the lease ends. Every replica takes from the queue; no replica gets a
 * post that another one has leased.
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
    return Panache.withSession(requests::take)
        .chain(
            taken ->
                taken.isPresent()
                    ? match(taken.get()).replaceWith(true)
                    : Uni.createFrom().item(false));
  }

  private Uni<Void> match(MatchRequests.Request request) {
    return Audited.job("matching", () -> matching.match(request).call(() -> requests.done(request)))
        .onFailure()
        .recoverWithUni(failure -> putOff(request, failure));
  }

  private Uni<Void> putOff(MatchRequests.Request request, Throwable failure) {
    if (failure instanceof ReadModelIncompleteException) {
      LOG.infof("Post %s is matched later: %s", request.postId(), failure.getMessage());
    } else {
      metrics.counter("matching_failures").increment();
      LOG.warnf(failure, "Post %s could not be matched; it is tried again", request.postId());
    }
    return Audited.job("matching", () -> requests.putOff(request));
  }
}
