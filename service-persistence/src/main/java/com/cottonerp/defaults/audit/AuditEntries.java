package com.cottonerp.defaults.audit;

import com.cottonerp.defaults.sources.IdSource;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
  private static final String ALSO = "SELECT audit_also($1)";
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
    parameters.add(question.since() == null ? FIRST : IdSource.firstOf(question.since()));
    parameters.add(question.until() == null ? LAST : IdSource.firstOf(question.until()));
    parameters.add(most);
    String more = "";
    if (question.actor() != null) {
      parameters.add(question.actor());
      more += " AND actor = $" + parameters.size();
    }
    if (question.subject() == null) {
      return select(SOME.formatted(more), parameters);
    }
    String bounds = more;
    return alsoKnownAs(question.subject())
        .chain(
            before -> {
              List<Object> ids = new ArrayList<>(before);
              ids.add(question.subject());
              return select(ofAny(ids.size(), parameters.size(), bounds), all(parameters, ids));
            });
  }

  // Each part is read along its index, and no further than it is shown.
  private static String ofAny(int ids, int parameters, String bounds) {
    return IntStream.rangeClosed(1, ids)
        .mapToObj(number -> " = $" + (parameters + number))
        .flatMap(is -> Stream.of(" AND subject" + is, " AND owner" + is))
        .map(of -> "(" + SOME.formatted(bounds + of) + ")")
        .collect(Collectors.joining(" UNION ", "", " ORDER BY id LIMIT $4"));
  }

  private static List<Object> all(List<Object> first, List<Object> more) {
    return Stream.concat(first.stream(), more.stream()).toList();
  }

  /** Under which ids the thing was known before it had its own. */
  private static Uni<List<Object>> alsoKnownAs(UUID thing) {
    return Panache.getSession()
        .chain(
            session ->
                Uni.createFrom()
                    .completionStage(
                        () ->
                            ((MutinySessionImpl) session)
                                .getReactiveConnection()
                                .select(ALSO, new Object[] {thing})))
        .map(
            rows -> {
              List<Object> ids = new ArrayList<>();
              rows.forEachRemaining(row -> ids.add(row[0]));
              return ids;
            });
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
