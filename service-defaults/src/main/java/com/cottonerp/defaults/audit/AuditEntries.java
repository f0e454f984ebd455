package com.cottonerp.defaults.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

/** Reads {@code audit_entry}, oldest first, along an index whatever is asked for. Thread-safe. */
@ApplicationScoped
class AuditEntries {
  // Ids order by time, and the partitions are months of ids: a time is a range of ids.
  private static final String SOME =
      """
      SELECT id, at, kind, subject, owner, change, actor, actor_name, acting_for, operation, address, reason, trace_id,
             before::text AS before, after::text AS after
      FROM audit_entry WHERE id > $1 AND id >= $2 AND id < $3%s ORDER BY id LIMIT $4
      """;
  private static final UUID FIRST = new UUID(0, 0);
  private static final UUID LAST = new UUID(-1, -1);

  private final ObjectMapper json;

  AuditEntries(ObjectMapper json) {
    this.json = json;
  }

  /**
   * What is asked for; null is everything.
   *
   * @param subject a thing, with its parts
   * @param since including
   * @param until excluding
   * @param after an entry's id
   */
  record Question(UUID subject, String actor, Instant since, Instant until, UUID after) {}

  /** At most {@code most}; needs a session. */
  Uni<List<AuditEntry>> find(Question question, int most) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(question.after() == null ? FIRST : question.after());
    parameters.add(question.since() == null ? FIRST : floor(question.since()));
    parameters.add(question.until() == null ? LAST : floor(question.until()));
    parameters.add(most);
    String more = "";
    if (question.actor() != null) {
      parameters.add(question.actor());
      more += " AND actor = $" + parameters.size();
    }
    if (question.subject() == null) {
      return select(SOME.formatted(more), parameters);
    }
    parameters.add(question.subject());
    String is = " = $" + parameters.size();
    // Each half is read along its index, and no further than it is shown.
    String sql =
        "(%s) UNION (%s) ORDER BY id LIMIT $4"
            .formatted(
                SOME.formatted(more + " AND subject" + is),
                SOME.formatted(more + " AND owner" + is));
    return select(sql, parameters);
  }

  private Uni<List<AuditEntry>> select(String sql, List<Object> parameters) {
    return Panache.getSession()
        .chain(
            session ->
                Uni.createFrom()
                    .completionStage(
                        () ->
                            ((MutinySessionImpl) session)
                                .getReactiveConnection()
                                .select(sql, parameters.toArray())))
        .map(this::entries);
  }

  // The smallest UUIDv7 of a millisecond.
  private static UUID floor(Instant at) {
    return new UUID(at.toEpochMilli() << 16, 0);
  }

  private List<AuditEntry> entries(ReactiveConnection.Result rows) {
    List<AuditEntry> entries = new ArrayList<>();
    rows.forEachRemaining(row -> entries.add(entry(row)));
    return entries;
  }

  private AuditEntry entry(Object[] row) {
    return new AuditEntry(
        (UUID) row[0],
        ((OffsetDateTime) row[1]).toInstant(),
        (String) row[2],
        (UUID) row[3],
        (UUID) row[4],
        (String) row[5],
        (String) row[6],
        (String) row[7],
        (UUID) row[8],
        (String) row[9],
        (String) row[10],
        (String) row[11],
        (String) row[12],
        parsed((String) row[13]),
        parsed((String) row[14]));
  }

  private JsonNode parsed(String text) {
    try {
      return text == null ? null : json.readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
