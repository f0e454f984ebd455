package com.cottonerp.partners.sharedcontacts;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who may see whose contact. */
@ApplicationScoped
class SharedContacts implements PanacheRepositoryBase<SharedContact, UUID> {
  Uni<Boolean> areShared(UUID one, UUID other) {
    return count("(buyerId = ?1 and sellerId = ?2) or (buyerId = ?2 and sellerId = ?1)", one, other)
        .map(trades -> trades > 0);
  }
}
