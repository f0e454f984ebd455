package com.cottonerp.partners.locations;

import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.Partners;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.UUID;

/** Goods come to a location, or leave it. In the caller's transaction. */
@ApplicationScoped
class BookGoods {
  private final Partners partners;
  private final Locations locations;

  BookGoods(Partners partners, Locations locations) {
    this.partners = partners;
    this.locations = locations;
  }

  /**
   * @param delta quintals; negative for goods that leave
   */
  Uni<Location> book(BusinessPartner partner, UUID locationId, BigDecimal delta) {
    return locations
        .get(partner.id(), locationId)
        .invoke(
            location -> {
              location.move(delta);
              partner.locationUpdated(location.published());
            })
        .call(() -> partners.save(partner));
  }
}
