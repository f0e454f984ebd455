package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.defaults.problem.NotFound;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The reservations of all offers. */
@ApplicationScoped
public class Reservations implements PanacheRepositoryBase<Reservation, UUID> {
  Uni<Reservation> get(UUID availabilityId, UUID id) {
    return find("id = ?1 and availabilityId = ?2", id, availabilityId)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("reservation", id).refused());
  }

  Uni<List<Reservation>> of(UUID availabilityId) {
    return list("availabilityId = ?1 order by id", availabilityId);
  }

  /** Held by hand for too long. */
  Uni<List<Reservation>> overdue(Instant now, int limit) {
    return find(
            "status = HELD and expiresAt <= ?1 and negotiationId is null order by expiresAt", now)
        .range(0, limit - 1)
        .list();
  }

  /** The negotiations for which stock was held for too long without a trade. */
  public Uni<List<UUID>> overdueNegotiations(Instant now, int limit) {
    return find(
            """
            select negotiationId from Reservation
            where status = HELD and expiresAt <= ?1 and negotiationId is not null
            order by expiresAt""",
            now)
        .project(UUID.class)
        .range(0, limit - 1)
        .list();
  }
}
