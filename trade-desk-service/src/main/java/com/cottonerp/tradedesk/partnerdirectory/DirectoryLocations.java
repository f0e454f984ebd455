package com.cottonerp.tradedesk.partnerdirectory;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The places of the partners that the trade desk knows. */
@ApplicationScoped
public class DirectoryLocations implements PanacheRepositoryBase<DirectoryLocation, UUID> {
  /** In a stable order. */
  public Uni<List<Branch>> branchesOf(UUID partnerId) {
    return list("partnerId = ?1 order by locationId", partnerId)
        .map(found -> found.stream().map(DirectoryLocation::branch).toList());
  }
}
