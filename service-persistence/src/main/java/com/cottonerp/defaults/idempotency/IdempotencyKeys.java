package com.cottonerp.defaults.idempotency;

import com.cottonerp.defaults.http.Reply;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;

/**
 * The rows of {@code http_idempotency_key}. The row is claimed first and completed last, both in
 * the transaction of the change: two requests with one key cannot both run, and a change that rolls
 * back leaves its key free.
 */
@ApplicationScoped
class IdempotencyKeys {
  // Each claim takes some keys along that are out of date, so that the table stays as long as a
  // day. WHY now(): with a clock that moves within a statement, no index can find them.
  private static final String CLAIM =
      """
      WITH oldest AS MATERIALIZED (
        SELECT caller, operation, key FROM http_idempotency_key
        WHERE created_at < now() - INTERVAL '24 hours'
        ORDER BY created_at LIMIT 20 FOR UPDATE SKIP LOCKED),
      outdated AS (
        DELETE FROM http_idempotency_key gone USING oldest
        WHERE gone.caller = oldest.caller AND gone.operation = oldest.operation AND gone.key = oldest.key
          AND (gone.caller, gone.operation, gone.key) <> ($1::text, $2::text, $3::text))
      INSERT INTO http_idempotency_key AS known (caller, operation, key, request_hash)
      VALUES ($1::text, $2::text, $3::text, decode($4::text, 'hex'))
      ON CONFLICT (caller, operation, key) DO UPDATE
        SET request_hash = EXCLUDED.request_hash, status = NULL, headers = NULL, body = NULL, body_as_sent = NULL,
            created_at = clock_timestamp()
        WHERE known.created_at < clock_timestamp() - INTERVAL '24 hours'
      """;

  private static final String FIND =
      """
      SELECT encode(request_hash, 'hex'), status, CAST(headers AS text), coalesce(body_as_sent, CAST(body AS text))
      FROM http_idempotency_key WHERE caller = :caller AND operation = :operation AND key = :key
      """;

  private static final String COMPLETE =
      """
      UPDATE http_idempotency_key
      SET status = CAST($4::integer AS smallint), headers = CAST($5::text AS jsonb), body = CAST($6::text AS jsonb), body_as_sent = $6::text
      WHERE caller = $1 AND operation = $2 AND key = $3
      """;

  private final ObjectMapper json;

  IdempotencyKeys(ObjectMapper json) {
    this.json = json;
  }

  /** True when the key is ours now; waits for a concurrent request with the same key to end. */
  Uni<Boolean> claim(Session session, IdempotentRequest request) {
    return update(
            session,
            CLAIM,
            request.caller(),
            request.operation(),
            request.key(),
            HexFormat.of().formatHex(request.hash()))
        .map(rows -> rows == 1);
  }

  /** The first answer, or empty when the key was used for another request. */
  Uni<Optional<Reply<String>>> firstReply(Session session, IdempotentRequest request) {
    return session
        .createNativeQuery(FIND, Object[].class)
        .setParameter("caller", request.caller())
        .setParameter("operation", request.operation())
        .setParameter("key", request.key())
        .getSingleResult()
        .map(row -> sameRequest(row, request) ? Optional.of(reply(row)) : Optional.empty());
  }

  Uni<Reply<String>> complete(Session session, IdempotentRequest request, Reply<String> reply) {
    return update(
            session,
            COMPLETE,
            request.caller(),
            request.operation(),
            request.key(),
            reply.status(),
            write(reply.headers()),
            reply.body())
        .replaceWith(reply);
  }

  // Past Hibernate, which would look at the native query anew for each request.
  private static Uni<Integer> update(Session session, String sql, Object... parameters) {
    return Uni.createFrom()
        .completionStage(
            () -> ((MutinySessionImpl) session).getReactiveConnection().update(sql, parameters));
  }

  /** The reply with its body as JSON: these bytes are sent now and to every repetition. */
  Reply<String> written(Reply<?> reply) {
    return new Reply<>(reply.status(), reply.headers(), write(reply.body()));
  }

  private static boolean sameRequest(Object[] row, IdempotentRequest request) {
    return Arrays.equals(HexFormat.of().parseHex((String) row[0]), request.hash());
  }

  private Reply<String> reply(Object[] row) {
    Map<String, String> headers =
        read(() -> json.readValue((String) row[2], new TypeReference<>() {}));
    headers.put("Idempotency-Replayed", "true");
    return new Reply<>(((Number) row[1]).intValue(), headers, (String) row[3]);
  }

  private String write(Object value) {
    return read(() -> json.writeValueAsString(value));
  }

  private static <T> T read(JsonCall<T> call) {
    Supplier<T> checked =
        () -> {
          try {
            return call.run();
          } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
          }
        };
    return checked.get();
  }

  private interface JsonCall<T> {
    T run() throws JsonProcessingException;
  }
}
