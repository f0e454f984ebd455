package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.Listing;
import com.cottonerp.defaults.lists.Order;
import com.cottonerp.defaults.problem.NotFound;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The reservations of all availabilities. */
@ApplicationScoped
public class Reservations implements PanacheRepositoryBase<Reservation, UUID> {
  Uni<Reservation> get(UUID availabilityId, UUID id) {
    return find("id = ?1 and availabilityId = ?2", id, availabilityId)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("reservation", id).refused());
  }

  Listing<Reservation> of(UUID availabilityId) {
    return new Listing<>(
        Reservation.class,
        new Conditions().is("availabilityId", availabilityId),
        Order.byTime("oldest", (Reservation one) -> one.id()));
  }

  /** Whether there is that trade, and it is about the stock of this reservation. */
  Uni<Boolean> isOfTrade(UUID id, UUID tradeId) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "SELECT count(*) FROM trade WHERE id = ?1 AND reservation_id = ?2",
                        Long.class)
                    .setParameter(1, tradeId)
                    .setParameter(2, id)
                    .getSingleResult())
        .map(found -> found > 0);
  }

  /** Whether stock is (still) held by it. */
  public Uni<Boolean> isHeld(UUID availabilityId, UUID id) {
    return get(availabilityId, id).map(Reservation::isHeld);
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
            order by expiresAt\
            """,
            now)
        .project(UUID.class)
        .range(0, limit - 1)
        .list();
  }
}
