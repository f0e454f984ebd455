package com.cottonerp.partners.partner;

import com.cottonerp.partners.openbusiness.OpenBusiness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A partner leaves for good, once nothing of its business is open. In the caller's transaction; the
 * caller saves the partner.
 */
@ApplicationScoped
class DeactivatePartner {
  private final OpenBusiness openBusiness;

  DeactivatePartner(OpenBusiness openBusiness) {
    this.openBusiness = openBusiness;
  }

  Uni<Void> deactivate(BusinessPartner partner, String reason) {
    return openBusiness
        .of(partner.id())
        .invoke(
            open -> {
              if (open > 0) {
                throw new PartnerRefusal.OpenBusinessLeft(partner.id(), open).refused();
              }
            })
        .invoke(() -> partner.deactivate(reason))
        .replaceWithVoid();
  }
}
