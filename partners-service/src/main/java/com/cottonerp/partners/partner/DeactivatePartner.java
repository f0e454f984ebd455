package com.cottonerp.partners.partner;

import com.cottonerp.partners.openbusiness.OpenBusiness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A partner leaves for good, once nothing of its business is open. In the caller's transaction. */
@ApplicationScoped
class DeactivatePartner {
  private final SavePartner saving;
  private final OpenBusiness openBusiness;

  DeactivatePartner(SavePartner saving, OpenBusiness openBusiness) {
    this.saving = saving;
    this.openBusiness = openBusiness;
  }

  Uni<BusinessPartner> deactivate(BusinessPartner partner, String reason) {
    return openBusiness
        .of(partner.id())
        .invoke(
            open -> {
              if (open > 0) {
                throw new PartnerRefusal.OpenBusinessLeft(partner.id(), open).refused();
              }
            })
        .chain(() -> saving.change(partner, leaving -> leaving.deactivate(reason)));
  }
}
