package com.cottonerp.settings.organizations;

import static com.cottonerp.defaults.http.ChangeById.alone;

import com.cottonerp.defaults.http.ChangeById;
import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.defaults.sources.IdSource;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/organizations")
@Tag(name = "Organizations")
public class OrganizationResource {
  private final Commands commands;
  private final ChangeById<Organization, OrganizationView> change;
  private final Organizations organizations;
  private final IdSource ids;

  OrganizationResource(
      Commands commands,
      ChangeById<Organization, OrganizationView> change,
      Organizations organizations,
      IdSource ids) {
    this.commands = commands;
    this.change = change;
    this.organizations = organizations;
    this.ids = ids;
  }

  @GET
  @RolesAllowed(Permission.ORG_READ)
  @WithSession
  @Operation(
      summary = "Our legal entities, oldest first",
      description = "Cursor paging: repeat with after = next.")
  public Uni<Page<OrganizationView>> list(
      @QueryParam("active") Boolean active, @Valid @BeanParam PageRequest page) {
    return organizations.listing(active).page(page, Organization::view);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permission.ORG_READ)
  @WithSession
  @Operation(summary = "One legal entity with its registrations, accounts and years")
  @APIResponse(responseCode = "200", description = "The organization; ETag is its version")
  public Uni<RestResponse<OrganizationView>> get(@PathParam("id") UUID id) {
    return change.get(id);
  }

  @POST
  @RolesAllowed(Permission.ORG_CREATE)
  @Operation(summary = "Create a legal entity", description = "Its name is unique.")
  @APIResponse(responseCode = "201", description = "The organization; ETag is its version")
  @APIResponse(responseCode = "409", description = "organization-name-taken")
  public Uni<RestResponse<OrganizationView>> create(@NotNull @Valid OrganizationBody body) {
    UUID id = ids.next();
    return commands.once(
        body,
        () ->
            organizations
                .refuseTaken(body.name(), id)
                .map(free -> Organization.create(id, body))
                .chain(organizations::save)
                .map(organization -> change.created("/api/v1/organizations/" + id, organization)));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Permission.ORG_UPDATE)
  @Operation(
      summary = "Change a legal entity",
      description =
          "Its parts stay. A PAN has to be the one in its GSTINs. If-Match with its version is"
              + " required.")
  @APIResponse(responseCode = "400", description = "organization-inactive")
  @APIResponse(responseCode = "409", description = "organization-name-taken")
  public Uni<RestResponse<OrganizationView>> update(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid OrganizationBody body) {
    return change.put(
        id,
        ifMatch,
        organization ->
            organizations.refuseTaken(body.name(), id).invoke(() -> organization.change(body)));
  }

  @POST
  @Path("/{id}/deactivation")
  @RolesAllowed(Permission.ORG_UPDATE)
  @Operation(
      summary = "Take a legal entity out of use",
      description = "No document is numbered for it any more.")
  @APIResponse(responseCode = "400", description = "organization-inactive")
  public Uni<RestResponse<OrganizationView>> deactivate(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return change.post(id, ifMatch, id, Organization::deactivate);
  }

  @POST
  @Path("/{id}/activation")
  @RolesAllowed(Permission.ORG_UPDATE)
  @Operation(summary = "Bring a legal entity back into use")
  @APIResponse(responseCode = "400", description = "organization-active")
  public Uni<RestResponse<OrganizationView>> activate(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return change.post(id, ifMatch, id, Organization::activate);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Permission.ORG_DELETE)
  @Operation(
      summary = "Remove a legal entity from use",
      description =
          "It stays readable, since its documents name it, but is not active. If-Match with its"
              + " version is required.")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "400", description = "organization-inactive")
  public Uni<RestResponse<Void>> delete(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return change.delete(id, ifMatch, alone(Organization::deactivate));
  }
}
