package com.cottonerp.risk.positions;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The open positions of all partners. */
@ApplicationScoped
public class OpenPositions implements PanacheRepositoryBase<OpenPosition, UUID> {
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
