package com.cottonerp.settings.organizations;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Adds a GSTIN that no other organization has to an organization. In the caller's transaction; the
 * caller saves the organization.
 */
@ApplicationScoped
class AddGstRegistration {
  private final RegisteredGstins gstins;

  AddGstRegistration(RegisteredGstins gstins) {
    this.gstins = gstins;
  }

  Uni<Void> add(Organization organization, UUID registrationId, GstRegistration.Body body) {
    organization.put(body.as(registrationId));
    return gstins.take(body.gstin(), organization.id());
  }
}
