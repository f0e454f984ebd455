package com.cottonerp.settings.organizations;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The GSTINs of all organizations. */
@ApplicationScoped
class RegisteredGstins implements PanacheRepositoryBase<RegisteredGstin, String> {
  /** Refuses a taken GSTIN with 409; in a race the database refuses the second transaction. */
  Uni<Void> take(String gstin, UUID organizationId) {
    return findById(gstin)
        .onItem()
        .ifNotNull()
        .invoke(
            taken -> {
              throw new OrganizationRefusal.GstinTaken(taken.organizationId).refused();
            })
        .chain(() -> persistAndFlush(RegisteredGstin.of(gstin, organizationId)))
        .replaceWithVoid();
  }

  Uni<Void> free(String gstin) {
    return delete("gstin", gstin).replaceWithVoid();
  }
}
