package com.cottonerp.partners.locations;

import com.cottonerp.partners.partner.BusinessPartner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Which registration of a partner stands on an invoice. Reads only; in the caller's session. */
@ApplicationScoped
public class InvoiceRegistrations {
  private final Locations locations;

  InvoiceRegistrations(Locations locations) {
    this.locations = locations;
  }

  /**
   * Null when the partner is not registered for GST. A place that was removed since still counts.
   *
   * @param placeId a place of the partner; null, or none of its places, for its registered office
   */
  public Uni<String> gstinOf(BusinessPartner partner, UUID placeId) {
    return locations
        .find("id = ?1 and partnerId = ?2", placeId, partner.id())
        .firstResult()
        .chain(
            place ->
                locations
                    .of(partner.id())
                    .map(all -> InvoiceRegistration.of(partner.applicant(), place, all)));
  }
}
