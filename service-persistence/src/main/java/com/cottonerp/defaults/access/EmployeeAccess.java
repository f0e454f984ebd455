package com.cottonerp.defaults.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What partners-service says of employees: who acts for which partner, and who does no more. Who
 * was never an employee is not in it: for them the identity provider decides alone. A withdrawal
 * holds on every replica within {@code security.access-remembered} of being noted there.
 * Thread-safe.
 */
@ApplicationScoped
public class EmployeeAccess {
  private static final int MOST_REMEMBERED = 10_000;

  // An event that is played again changes nothing that a later one said.
  private static final String NOTE =
      """
      INSERT INTO employee_access AS known (partner_id, user_id, allowed, sequence)
      VALUES (:partner, :user, :allowed, :sequence)
      ON CONFLICT (partner_id, user_id) DO UPDATE
        SET allowed = excluded.allowed, sequence = excluded.sequence
        WHERE known.sequence < excluded.sequence
      """;

  private static final String IS_WITHDRAWN =
      """
      SELECT EXISTS (SELECT FROM employee_access
                     WHERE partner_id = $1 AND user_id = $2 AND NOT allowed)
      """;

  private final Instance<Pool> pool;

  // WHY: a query for each request would cost more than many a request.
  private final Cache<Employee, Boolean> withdrawn;

  private record Employee(UUID partnerId, String userId) {}

  EmployeeAccess(
      Instance<Pool> pool,
      @ConfigProperty(name = "security.access-remembered") Duration remembered) {
    this.pool = pool;
    this.withdrawn =
        Caffeine.newBuilder().expireAfterWrite(remembered).maximumSize(MOST_REMEMBERED).build();
  }

  /**
   * Notes what an event of a partner says, in the caller's transaction.
   *
   * @param userId the opaque id of the user
   * @param sequence of the event in the partner's stream
   */
  public Uni<Void> note(UUID partnerId, String userId, boolean allowed, long sequence) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(NOTE)
                    .setParameter("partner", partnerId)
                    .setParameter("user", userId)
                    .setParameter("allowed", allowed)
                    .setParameter("sequence", sequence)
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** Whether a user may act for a partner no more. */
  Uni<Boolean> isWithdrawn(UUID partnerId, String userId) {
    Employee employee = new Employee(partnerId, userId);
    Boolean known = withdrawn.getIfPresent(employee);
    if (known != null || !pool.isResolvable()) {
      return Uni.createFrom().item(Boolean.TRUE.equals(known));
    }
    return pool.get()
        .preparedQuery(IS_WITHDRAWN)
        .execute(Tuple.of(partnerId, userId))
        .map(rows -> rows.iterator().next().getBoolean(0))
        .invoke(answer -> withdrawn.put(employee, answer));
  }
}
