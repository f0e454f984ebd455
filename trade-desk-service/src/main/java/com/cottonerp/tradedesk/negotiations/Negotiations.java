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
  private static final Set<NegotiationStatus> ACTIVE =
      EnumSet.of(NegotiationStatus.INITIATED, NegotiationStatus.IN_PROGRESS);

  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("negotiation", id).refused();
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
