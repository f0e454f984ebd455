package com.cottonerp.eventing.audit;

import com.cottonerp.eventing.sql.SessionSql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** Notes in the audit what an operator commanded, in the transaction of the command. */
public final class OperatorAudit {
  /** The subject of what concerns a whole read model. */
  public static final UUID NO_THING = new UUID(0, 0);

  private static final String NOTE =
      "SELECT CAST(audit_command($1, $2, CAST(CAST($3 AS text) AS jsonb), CAST(CAST($4 AS text) AS"
          + " jsonb)) AS text)";

  private OperatorAudit() {}

  /**
   * @param kind {@code Inbox} or {@code ReadModel}
   * @param operation such as {@code skip}
   * @param reason null for none
   * @param by the opaque id of the user
   */
  public static Uni<Void> note(
      Session session,
      String kind,
      UUID subject,
      String operation,
      String reason,
      String by,
      JsonObject what) {
    JsonObject cause =
        new JsonObject().put("actor", by).put("operation", operation).put("reason", reason);
    return SessionSql.select(session, NOTE, kind, subject, cause.encode(), what.encode())
        .replaceWithVoid();
  }
}
