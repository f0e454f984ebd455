package com.cottonerp.eventing.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * Messages that are no events, and the last resort for every other message that cannot be kept: any
 * bytes fit. They are deleted after a while. Always in the caller's transaction.
 */
@ApplicationScoped
class UnreadableMessages {
  private static final int LONGEST_NAME = 500;
  private static final int LONGEST_ATTRIBUTE = 10_000;

  private static final String KEEP =
      """
      INSERT INTO inbox_unreadable (subscription, message_id, attributes, data, error)
      VALUES (:subscription, :message, CAST(CAST(:attributes AS text) AS jsonb), decode(:data, 'hex'), :error)
      ON CONFLICT (subscription, message_id) DO NOTHING
      """;

  private static final String SWEEP =
      """
      DELETE FROM inbox_unreadable WHERE (subscription, message_id) IN (
        SELECT subscription, message_id FROM inbox_unreadable
        WHERE received_at < statement_timestamp() - interval '30 days' ORDER BY received_at LIMIT 1000)
      """;

  private final SqlJson json;

  UnreadableMessages(SqlJson json) {
    this.json = json;
  }

  /** Attributes are kept as text that can be stored: what cannot is U+FFFD. */
  Uni<Void> keep(Session session, String subscription, ReceivedMessage message, String error) {
    return session
        .createNativeQuery(KEEP)
        .setParameter("subscription", StorableText.of(subscription, LONGEST_NAME))
        .setParameter("message", StorableText.of(message.messageId(), LONGEST_NAME))
        .setParameter("attributes", attributes(message.attributes()))
        .setParameter("data", HexFormat.of().formatHex(message.data()))
        .setParameter("error", StorableText.of(error, ParkedMessages.LONGEST_ERROR))
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Integer> sweep(Session session) {
    return session.createNativeQuery(SWEEP).executeUpdate();
  }

  private String attributes(Map<String, String> attributes) {
    Map<String, String> storable = new TreeMap<>();
    attributes.forEach(
        (name, value) ->
            storable.put(
                StorableText.of(name, LONGEST_NAME), StorableText.of(value, LONGEST_ATTRIBUTE)));
    return json.write(storable);
  }
}
