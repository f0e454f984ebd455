package com.cottonerp.risk.assessment;

import com.cottonerp.risk.basis.WaitingWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Assesses the posts and pairs that arrived before their partner was known (events of two contexts
 * arrive in any order), or while a read model was being filled.
 */
@ApplicationScoped
class WaitingPostsJob {
  private final WaitingWork work;
  private final WaitingPosts waiting;
  private final AssessPost posts;
  private final AssessPair pairs;

  WaitingPostsJob(WaitingWork work, WaitingPosts waiting, AssessPost posts, AssessPair pairs) {
    this.work = work;
    this.waiting = waiting;
    this.posts = posts;
    this.pairs = pairs;
  }

  @Scheduled(
      identity = "waiting-posts",
      every = "{risk.waiting-posts-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> judge() {
    return work.catchUp("waiting-posts", waiting::ready, this::assessWaiting);
  }

  // WHY again: two changes may have asked for the verdict of one pair while it waited.
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
                                : pairs.assessAgain(found.pair, causeId)));
  }
}
