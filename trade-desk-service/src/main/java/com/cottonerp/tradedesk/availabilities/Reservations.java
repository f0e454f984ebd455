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

  Uni<List<Reservation>> overdue(Instant now, int limit) {
    return find("status = ?1 and expiresAt <= ?2 order by expiresAt", ReservationStatus.HELD, now)
        .range(0, limit - 1)
        .list();
  }
}
