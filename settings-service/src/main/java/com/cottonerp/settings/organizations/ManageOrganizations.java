package com.cottonerp.settings.organizations;

import com.cottonerp.defaults.audit.Audited;
import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.EntityTags;
import com.cottonerp.defaults.http.Reply;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;

/** Changes the parts of an organization; ETag and If-Match are the organization's version. */
@ApplicationScoped
class ManageOrganizations {
  private final Commands commands;
  private final Organizations organizations;

  ManageOrganizations(Commands commands, Organizations organizations) {
    this.commands = commands;
    this.organizations = organizations;
  }

  /** Where a part is. */
  record PartAddress(UUID organizationId, String collection, UUID partId) {
    private String path() {
      return "/api/v1/organizations/%s/%s/%s".formatted(organizationId, collection, partId);
    }
  }

  Uni<Response> add(
      PartAddress address,
      String ifMatch,
      Object body,
      Function<Organization, Uni<Void>> change,
      Function<Organization, Object> view) {
    return commands.once(
        body,
        () ->
            organizations
                .get(address.organizationId())
                .invoke(organization -> EntityTags.check(ifMatch, organization.version()))
                .call(change::apply)
                .chain(organizations::save)
                .map(
                    organization ->
                        Reply.created(address.path(), view.apply(organization))
                            .withVersion(organization.version())));
  }

  Uni<Response> replace(
      UUID organizationId,
      String ifMatch,
      Function<Organization, Uni<Void>> change,
      Function<Organization, Object> view) {
    return changed(organizationId, ifMatch, change)
        .map(
            organization ->
                Reply.ok(view.apply(organization))
                    .withVersion(organization.version())
                    .toResponse());
  }

  Uni<Response> remove(
      UUID organizationId, String ifMatch, Function<Organization, Uni<Void>> change) {
    return changed(organizationId, ifMatch, change).map(removed -> Response.noContent().build());
  }

  private Uni<Organization> changed(
      UUID organizationId, String ifMatch, Function<Organization, Uni<Void>> change) {
    return Audited.transaction(
        () ->
            organizations
                .get(organizationId)
                .invoke(organization -> EntityTags.require(ifMatch, organization.version()))
                .call(change::apply)
                .chain(organizations::save));
  }
}
