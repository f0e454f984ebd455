package com.cottonerp.partners.partner;

import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/partners")
@Tag(name = "Partners")
public class PartnerResource {
  private final Commands commands;
  private final Caller caller;
  private final PartnerAccess access;
  private final PartnerSearch search;
  private final PartnerChanges changes;

  PartnerResource(
      Commands commands,
      Caller caller,
      PartnerAccess access,
      PartnerSearch search,
      PartnerChanges changes) {
    this.commands = commands;
    this.caller = caller;
    this.access = access;
    this.search = search;
    this.changes = changes;
  }

  @GET
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(
      summary = "Partners, oldest first",
      description =
          "Cursor paging: repeat with after = next. q searches code, legal and trade name."
              + " External users see their own partner. Needs PARTNER_READ.")
  public Uni<Page<PartnerView>> list(
      @QueryParam("status") String status,
      @QueryParam("q") @Size(max = 100) String q,
      @QueryParam("after") UUID after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
    return search
        .find(status, q, after, limit)
        .map(rows -> Page.of(rows, limit, this::view, partner -> partner.id().toString()));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(
      summary = "One partner",
      description = "Identifiers are masked without PARTNER_VIEW_SENSITIVE. Needs PARTNER_READ.")
  @APIResponse(responseCode = "200", description = "The partner; ETag is its version")
  @APIResponse(responseCode = "403", description = "somebody-elses-partner")
  @APIResponse(responseCode = "404", description = "not-found")
  public Uni<Response> get(@PathParam("id") UUID id) {
    return access.load(id).map(partner -> reply(partner).toResponse());
  }

  @POST
  @Path("/{id}/suspension")
  @RolesAllowed(Permission.PARTNER_APPROVE)
  @Operation(
      summary = "Suspend a partner",
      description = "It may not trade until it is reactivated. Needs PARTNER_APPROVE.")
  @APIResponse(responseCode = "400", description = "partner-not-approved")
  @APIResponse(responseCode = "412", description = "stale-version")
  public Uni<Response> suspend(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ReasonBody body) {
    return change(id, ifMatch, body, partner -> partner.suspend(body.reason()));
  }

  @POST
  @Path("/{id}/reactivation")
  @RolesAllowed(Permission.PARTNER_APPROVE)
  @Operation(
      summary = "Lift a suspension",
      description = "Only with a valid KYC. Needs PARTNER_APPROVE.")
  @APIResponse(responseCode = "400", description = "partner-not-suspended, kyc-not-valid")
  @APIResponse(responseCode = "412", description = "stale-version")
  public Uni<Response> reactivate(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ReasonBody body) {
    return change(id, ifMatch, body, partner -> partner.reactivate(body.reason(), changes.today()));
  }

  @POST
  @Path("/{id}/capabilities")
  @RolesAllowed(Permission.PARTNER_APPROVE)
  @Operation(
      summary = "Override what a partner may do",
      description = "Takes the place of what was detected from documents. Needs PARTNER_APPROVE.")
  public Uni<Response> overrideCapabilities(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid CapabilitiesBody body) {
    return change(
        id,
        ifMatch,
        body,
        partner -> partner.overrideCapabilities(body.capabilities(), body.reason()));
  }

  private Uni<Response> change(
      UUID id, String ifMatch, Object body, Consumer<BusinessPartner> change) {
    return commands.once(
        body,
        () ->
            access
                .load(id, ifMatch)
                .chain(partner -> changes.make(partner, change))
                .map(this::reply));
  }

  private Reply reply(BusinessPartner partner) {
    return Reply.ok(view(partner)).withVersion(partner.version());
  }

  private PartnerView view(BusinessPartner partner) {
    return partner.view(caller.has(Permission.PARTNER_VIEW_SENSITIVE));
  }
}
