package com.cottonerp.tradedesk.matching;

import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs the matching job when a test wants it, beside the runs of the scheduler. Thread-safe. */
@ApplicationScoped
public class MatchNow {
  private final MatchingJob job;

  MatchNow(MatchingJob job) {
    this.job = job;
  }

  /** Ends when no post is due any more. */
  public void everyDuePost() {
    try {
      VertxContextSupport.subscribeAndAwait(job::matchAll);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }
}
