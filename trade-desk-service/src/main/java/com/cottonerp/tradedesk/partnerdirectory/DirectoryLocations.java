package com.cottonerp.tradedesk.partnerdirectory;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The places of the partners that the trade desk knows. */
@ApplicationScoped
public class DirectoryLocations implements PanacheRepositoryBase<DirectoryLocation, UUID> {
  /** Whether a tax registration of a place of one partner is one of the other as well. */
  public Uni<Boolean> shareTaxId(UUID onePartner, UUID otherPartner) {
    return count(
            """
            from DirectoryLocation mine
            where mine.partnerId in (?1, ?2) and mine.taxIdKey is not null
            and (exists (select 1 from DirectoryLocation theirs
                         where theirs.partnerId in (?1, ?2) and theirs.partnerId <> mine.partnerId
                         and theirs.taxIdKey = mine.taxIdKey)
                 or exists (select 1 from DirectoryEntry partner
                            where partner.partnerId in (?1, ?2) and partner.partnerId <> mine.partnerId
                            and partner.taxIdKey = mine.taxIdKey))""",
            onePartner,
            otherPartner)
        .map(shared -> shared > 0);
  }

  /** In a stable order. */
  public Uni<List<Branch>> branchesOf(UUID partnerId) {
    return list("partnerId = ?1 order by locationId", partnerId)
        .map(found -> found.stream().map(DirectoryLocation::branch).toList());
  }
}
