package com.cottonerp.risk.positions;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** The open positions of all partners. */
@ApplicationScoped
public class OpenPositions implements PanacheRepositoryBase<OpenPosition, UUID> {
  /** The value of a partner's open trades. A post is no exposure. */
  public Uni<BigDecimal> exposureOf(UUID partnerId, String currency) {
    return find(
            """
            select coalesce(sum(value), 0) from OpenPosition
            where partnerId = ?1 and subjectType = 'TRADE' and currency = ?2""",
            partnerId,
            currency)
        .project(BigDecimal.class)
        .singleResult();
  }

  /** The unsettled posts of a partner on one side of a commodity. */
  public Uni<List<UUID>> postsOf(UUID partnerId, UUID commodityId, String side) {
    return list(
            "partnerId = ?1 and commodityId = ?2 and side = ?3 and subjectType <> 'TRADE'",
            partnerId,
            commodityId,
            side)
        .map(open -> open.stream().map(position -> position.subjectId).toList());
  }
}
