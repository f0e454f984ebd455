package com.cottonerp.risk.standings;

import com.cottonerp.eventing.sql.CurrentSession;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Partners that wait for complete inputs of their assessment; in the caller's transaction. */
@ApplicationScoped
class WaitingPartners {
  private static final String ADD =
      """
      INSERT INTO waiting_partner (partner_id) VALUES (:partnerId) ON CONFLICT (partner_id) DO NOTHING
      """;
  private static final String SOME =
      "SELECT partner_id FROM waiting_partner ORDER BY partner_id LIMIT $1::integer";
  private static final String REMOVE = "DELETE FROM waiting_partner WHERE partner_id = :partnerId";

  Uni<Void> add(UUID partnerId) {
    return change(ADD, partnerId);
  }

  Uni<List<UUID>> some(int most) {
    return CurrentSession.select(SOME, most)
        .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList());
  }

  Uni<Void> remove(UUID partnerId) {
    return change(REMOVE, partnerId);
  }

  private static Uni<Void> change(String sql, UUID partnerId) {
    return Panache.getSession()
        .chain(
            session ->
                session.createNativeQuery(sql).setParameter("partnerId", partnerId).executeUpdate())
        .replaceWithVoid();
  }
}
