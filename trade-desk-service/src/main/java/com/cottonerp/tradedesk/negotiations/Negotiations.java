package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** All negotiations. */
@ApplicationScoped
public class Negotiations extends AggregateRepository<Negotiation> {
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final Set<NegotiationStatus> ACTIVE =
      EnumSet.of(NegotiationStatus.INITIATED, NegotiationStatus.IN_PROGRESS);

  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("negotiation", id).refused();
  }

  /** One row more than asked for. */
  Uni<List<Negotiation>> ofParty(UUID partnerId, NegotiationStatus status, UUID after, int limit) {
    return find(
            """
            (counterparts.buyerId = ?1 or counterparts.sellerId = ?1) and id > ?2 and (status = ?3 or ?3 is null)
            order by id\
            """,
            partnerId,
            after == null ? BEFORE_ALL : after,
            status)
        .range(0, limit)
        .list();
  }

  /** One row more than asked for. */
  Uni<List<Negotiation>> all(NegotiationStatus status, UUID after, int limit) {
    return find(
            "id > ?1 and (status = ?2 or ?2 is null) order by id",
            after == null ? BEFORE_ALL : after,
            status)
        .range(0, limit)
        .list();
  }

  Uni<List<UUID>> overdue(Instant now, int limit) {
    return find(
            "select id from Negotiation where status in ?1 and expiresAt <= ?2 order by expiresAt",
            ACTIVE,
            now)
        .project(UUID.class)
        .range(0, limit - 1)
        .list();
  }
}
