package com.cottonerp.settings.organizations;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Changes a GST registration; another organization may then take the former GSTIN. In the caller's
 * transaction; the caller saves the organization.
 */
@ApplicationScoped
class ChangeGstRegistration {
  private final RegisteredGstins gstins;

  ChangeGstRegistration(RegisteredGstins gstins) {
    this.gstins = gstins;
  }

  Uni<Void> change(Organization organization, UUID registrationId, GstRegistration.Body body) {
    String before = organization.registration(registrationId).gstin();
    organization.put(body.as(registrationId));
    return before.equals(body.gstin())
        ? Uni.createFrom().voidItem()
        : gstins.free(before).chain(() -> gstins.take(body.gstin(), organization.id()));
  }
}
