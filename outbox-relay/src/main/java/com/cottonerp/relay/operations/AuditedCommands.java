package com.cottonerp.relay.operations;

import com.cottonerp.defaults.security.RequestCause;
import com.cottonerp.relay.operations.OutboxPools.Work;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.RequestScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Carries out an operator's command on an outbox and records the command in the audit of the
 * context, in one transaction.
 */
@RequestScoped
class AuditedCommands {
  private static final String NOTE = "SELECT audit_command('Outbox', ?, ?::jsonb, ?::jsonb)";

  /** The audit's subject for a command on many aggregates. */
  static final UUID NO_THING = new UUID(0, 0);

  private final OutboxPools pools;
  private final RequestCause cause;

  AuditedCommands(OutboxPools pools, RequestCause cause) {
    this.pools = pools;
    this.cause = cause;
  }

  /**
   * @param subject an event, a replay, or {@link #NO_THING}
   * @param body the request body, which may give the reason; null for none
   * @param did whether the work changed the outbox; if not, the audit gets no entry
   */
  <T> T with(String source, UUID subject, Object body, Work<T> work, Predicate<T> did) {
    JsonObject who = cause.of(body);
    return pools.with(
        source,
        connection -> {
          connection.setAutoCommit(false);
          try {
            T result = work.on(connection);
            if (did.test(result)) {
              note(connection, subject, who, new JsonObject().put("result", result.toString()));
            }
            connection.commit();
            return result;
          } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            throw failure;
          } finally {
            connection.setAutoCommit(true);
          }
        });
  }

  private static void note(Connection connection, UUID subject, JsonObject who, JsonObject what)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
      statement.setObject(1, subject);
      statement.setString(2, who.encode());
      statement.setString(3, what.encode());
      statement.execute();
    }
  }
}
