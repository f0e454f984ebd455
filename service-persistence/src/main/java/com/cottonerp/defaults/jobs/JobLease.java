package com.cottonerp.defaults.jobs;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Lets one replica at a time run a job. The lease is a row, its times are the database's; it is
 * held by no transaction and no lock. A job that takes longer than its lease may be joined by
 * another replica, so it does its work in small transactions, each of which checks again what is to
 * be done.
 */
@ApplicationScoped
public class JobLease {
  private static final String TAKE =
      """
      INSERT INTO job_lease AS held (job, owner, leased_until)
      VALUES (:job, :owner, clock_timestamp() + CAST(:ttl AS integer) * interval '1 second')
      ON CONFLICT (job) DO UPDATE SET owner = excluded.owner, leased_until = excluded.leased_until
      WHERE held.leased_until < clock_timestamp()
      RETURNING job
      """;
  private static final String RELEASE =
      "UPDATE job_lease SET leased_until = clock_timestamp() WHERE job = :job AND owner = :owner";

  private final String owner = UUID.randomUUID().toString();

  /** Runs the work, or nothing while another replica (or this one, still) runs it. */
  public Uni<Void> ifFree(String job, Duration ttl, Supplier<Uni<Void>> work) {
    return take(job, ttl)
        .chain(
            taken ->
                taken ? work.get().eventually(() -> release(job)) : Uni.createFrom().voidItem());
  }

  private Uni<Boolean> take(String job, Duration ttl) {
    return Panache.withTransaction(
        () ->
            Panache.getSession()
                .chain(
                    session ->
                        session
                            .createNativeQuery(TAKE, Tuple.class)
                            .setParameter("job", job)
                            .setParameter("owner", owner)
                            .setParameter("ttl", Math.toIntExact(ttl.toSeconds()))
                            .getSingleResultOrNull())
                .map(row -> row != null));
  }

  private Uni<Void> release(String job) {
    return Panache.withTransaction(
        () ->
            Panache.getSession()
                .chain(
                    session ->
                        session
                            .createNativeQuery(RELEASE)
                            .setParameter("job", job)
                            .setParameter("owner", owner)
                            .executeUpdate())
                .replaceWithVoid());
  }
}
