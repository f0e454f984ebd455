package com.cottonerp.tradedesk.standings;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All standings; who has none was not assessed yet and is not blocked. */
@ApplicationScoped
public class PartnerStandings implements PanacheRepositoryBase<PartnerStanding, UUID> {
  public Uni<Boolean> isRed(UUID partnerId) {
    return findById(partnerId).map(standing -> standing != null && standing.isRed());
  }
}
