package com.cottonerp.settings.organizations;

import com.cottonerp.defaults.http.ChangeById;
import com.cottonerp.defaults.http.Commands;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** How an organization is changed over HTTP, also when only a part of the organization changes. */
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
