package com.cottonerp.risk.assessment;

import com.cottonerp.defaults.jobs.JobLease;
import com.cottonerp.risk.basis.Basis;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Judges the posts that came before their partner was known here (events of two contexts come in
 * any order), or while a read model was being filled. One replica at a time, each post in a
 * transaction of its own.
 */
@ApplicationScoped
class WaitingPostsJob {
  private static final Logger LOG = Logger.getLogger(WaitingPostsJob.class);
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final int BATCH = 100;

  private final JobLease lease;
  private final WaitingPosts waiting;
  private final AssessPostHandler posts;
  private final AssessPairHandler pairs;
  private final Basis basis;

  WaitingPostsJob(
      JobLease lease,
      WaitingPosts waiting,
      AssessPostHandler posts,
      AssessPairHandler pairs,
      Basis basis) {
    this.lease = lease;
    this.waiting = waiting;
    this.posts = posts;
    this.pairs = pairs;
    this.basis = basis;
  }

  @Scheduled(
      identity = "waiting-posts",
      every = "{risk.waiting-posts-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> judge() {
    return lease.ifFree(
        "waiting-posts",
        LEASE,
        () ->
            Panache.withSession(this::ready)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(this::judge)
                .collect()
                .last()
                .replaceWithVoid());
  }

  private Uni<List<UUID>> ready() {
    return basis
        .isComplete()
        .chain(
            complete -> complete ? waiting.ready(BATCH) : Uni.createFrom().item(List.<UUID>of()));
  }

  private Uni<Void> judge(UUID causeId) {
    return Panache.withTransaction(() -> assessWaiting(causeId))
        .onFailure()
        .invoke(
            failure -> LOG.warn("A waiting post could not be judged; it is tried again", failure))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> assessWaiting(UUID causeId) {
    return waiting
        .findById(causeId)
        .onItem()
        .ifNotNull()
        .transformToUni(
            found ->
                waiting
                    .delete("causeId", causeId)
                    .chain(
                        () ->
                            found.pair == null
                                ? posts.assess(found.post, causeId)
                                : pairs.assess(found.pair, causeId)));
  }
}
