package com.cottonerp.risk.assessment;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The posts and pairs that wait for the inputs of their assessment. */
@ApplicationScoped
class WaitingPosts implements PanacheRepositoryBase<WaitingPost, UUID> {
  /** The cause ids of the waiting posts and pairs whose partners are known. */
  Uni<List<UUID>> ready(int limit) {
    return find("""
            select w.causeId from WaitingPost w
            where exists (select 1 from PartnerProfile p where p.partnerId = w.partnerId)
            and (w.otherPartnerId is null
                 or exists (select 1 from PartnerProfile p where p.partnerId = w.otherPartnerId))
            order by w.causeId""")
        .project(UUID.class)
        .range(0, limit - 1)
        .list();
  }
}
