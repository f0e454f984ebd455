package com.cottonerp.settings.organizations;

import static com.cottonerp.defaults.http.ChangeById.alone;

import com.cottonerp.defaults.http.ChangeById;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.defaults.sources.IdSource;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/organizations/{id}/bank-accounts")
@Tag(name = "Organizations")
public class BankAccountResource {
  private final ChangeById<Organization, OrganizationView> change;
  private final IdSource ids;

  BankAccountResource(ChangeById<Organization, OrganizationView> change, IdSource ids) {
    this.change = change;
    this.ids = ids;
  }

  @GET
  @Path("/{partId}")
  @RolesAllowed(Permission.ORG_READ)
  @WithSession
  @Operation(summary = "One bank account of an organization")
  public Uni<RestResponse<BankAccount>> get(
      @PathParam("id") UUID id, @PathParam("partId") UUID partId) {
    return showing(partId).get(id);
  }

  @POST
  @RolesAllowed(Permission.ORG_UPDATE)
  @Operation(
      summary = "Add a bank account",
      description =
          "The first one is the default; a new default takes its place. Events carry the"
              + " last four digits only.")
  @APIResponse(responseCode = "201", description = "It; ETag is the organization's version")
  @APIResponse(responseCode = "400", description = "organization-inactive, default-bank-account")
  public Uni<RestResponse<BankAccount>> add(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid BankAccount.Body body) {
    UUID partId = ids.next();
    return showing(partId)
        .add(
            id,
            ifMatch,
            body,
            "/api/v1/organizations/%s/bank-accounts/%s".formatted(id, partId),
            alone(organization -> organization.put(body.as(partId))));
  }

  @PUT
  @Path("/{partId}")
  @RolesAllowed(Permission.ORG_UPDATE)
  @Operation(
      summary = "Change a bank account",
      description =
          "One account is always the default. If-Match with the organization's version is"
              + " required.")
  @APIResponse(responseCode = "400", description = "organization-inactive, default-bank-account")
  public Uni<RestResponse<BankAccount>> update(
      @PathParam("id") UUID id,
      @PathParam("partId") UUID partId,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid BankAccount.Body body) {
    return showing(partId)
        .put(
            id,
            ifMatch,
            alone(
                organization -> {
                  organization.account(partId);
                  organization.put(body.as(partId));
                }));
  }

  @DELETE
  @Path("/{partId}")
  @RolesAllowed(Permission.ORG_UPDATE)
  @Operation(
      summary = "Remove a bank account",
      description = "The default goes last. If-Match with the organization's version is required.")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "400", description = "default-bank-account")
  public Uni<RestResponse<Void>> remove(
      @PathParam("id") UUID id,
      @PathParam("partId") UUID partId,
      @HeaderParam("If-Match") String ifMatch) {
    return change.delete(
        id,
        ifMatch,
        alone(
            organization -> {
              organization.account(partId);
              organization.removeAccount(partId);
            }));
  }

  private ChangeById<Organization, BankAccount> showing(UUID partId) {
    return change.showing(organization -> organization.account(partId));
  }
}
