package com.cottonerp.settings.organizations;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Removes a GST registration; another organization may then take the GSTIN. In the caller's
 * transaction; the caller saves the organization.
 */
@ApplicationScoped
class RemoveGstRegistration {
  private final RegisteredGstins gstins;

  RemoveGstRegistration(RegisteredGstins gstins) {
    this.gstins = gstins;
  }

  Uni<Void> remove(Organization organization, UUID registrationId) {
    String gstin = organization.registration(registrationId).gstin();
    organization.removeRegistration(registrationId);
    return gstins.free(gstin);
  }
}
