package com.cottonerp.settings.organizations;

import com.cottonerp.defaults.http.ChangeById;
import com.cottonerp.defaults.http.Commands;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Changes an organization, or a part of an organization, over HTTP. */
@ApplicationScoped
class OrganizationChanges {
  @Produces
  @Singleton
  ChangeById<Organization, OrganizationView> changeOrganization(
      Commands commands, Organizations organizations) {
    return new ChangeById<>(
        commands,
        organizations::get,
        Organization::version,
        organizations::save,
        Organization::view);
  }
}
