package com.cottonerp.partners.kyc;

import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.Listing;
import com.cottonerp.defaults.lists.Order;
import com.cottonerp.defaults.problem.NotFound;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The renewals of all partners. */
@ApplicationScoped
class KycRenewals implements PanacheRepositoryBase<KycRenewal, UUID> {
  Uni<KycRenewal> get(UUID partnerId, UUID id) {
    return find("id = ?1 and partnerId = ?2", id, partnerId)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("renewal", id).refused());
  }

  Listing<KycRenewal> of(UUID partnerId) {
    return new Listing<>(
        KycRenewal.class,
        new Conditions().is("partnerId", partnerId),
        Order.byTime("oldest", (KycRenewal one) -> one.id));
  }

  /** One is open at most; of two at the same moment the database refuses one. */
  Uni<Void> refusePending(UUID partnerId) {
    return find("partnerId = ?1 and status = ?2", partnerId, RenewalStatus.PENDING)
        .firstResult()
        .onItem()
        .ifNotNull()
        .invoke(
            pending -> {
              throw new KycRefusal.RenewalPending(pending.id).refused();
            })
        .replaceWithVoid();
  }
}
