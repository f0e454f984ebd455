package com.cottonerp.partners.amendments;

import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.Listing;
import com.cottonerp.defaults.lists.Order;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.partner.PartnerAccess;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/partners/{id}/amendments")
@Tag(name = "Amendments")
public class AmendmentResource {
  private final Commands commands;
  private final PartnerAccess access;
  private final Amendments amendments;
  private final RequestAmendment requesting;
  private final DecideAmendment deciding;
  private final ApprovedChanges changes;

  AmendmentResource(
      Commands commands,
      PartnerAccess access,
      Amendments amendments,
      RequestAmendment requesting,
      DecideAmendment deciding,
      ApprovedChanges changes) {
    this.commands = commands;
    this.access = access;
    this.amendments = amendments;
    this.requesting = requesting;
    this.deciding = deciding;
    this.changes = changes;
  }

  @GET
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(
      summary = "The amendments of a partner, newest first",
      description =
          "Cursor paging: repeat with after = next. Account numbers are masked without"
              + " PARTNER_VIEW_SENSITIVE.")
  public Uni<Page<Amendment.View>> list(
      @PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return access
        .load(id)
        .chain(
            partner ->
                new Listing<>(
                        Amendment.class,
                        new Conditions().is("partnerId", id),
                        Order.byTime("newest", (Amendment amendment) -> amendment.id))
                    .page(page, Amendment::view));
  }

  @GET
  @Path("/{amendmentId}")
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(summary = "One amendment of a partner")
  public Uni<Amendment.View> get(
      @PathParam("id") UUID id, @PathParam("amendmentId") UUID amendmentId) {
    return access
        .load(id)
        .chain(partner -> amendments.get(partner.id(), amendmentId))
        .map(Amendment::view);
  }

  @POST
  @RolesAllowed(Permission.PARTNER_UPDATE)
  @Operation(
      summary = "Ask for a change",
      description =
          "proposed has the one part that the type asks for: location, bank, tax, creditLimit,"
              + " employee, contact, address or vehicle.")
  @APIResponse(responseCode = "201", description = "The amendment, pending")
  @APIResponse(
      responseCode = "400",
      description = "partner-inactive, no-increase, credit-limit-too-high, transporters-only")
  public Uni<RestResponse<Amendment.View>> request(
      @PathParam("id") UUID id, @NotNull @Valid AmendmentBody body) {
    return commands.once(
        body,
        () ->
            access
                .load(id)
                .chain(partner -> requesting.request(partner, body))
                .map(
                    amendment ->
                        Reply.created(
                            "/api/v1/partners/%s/amendments/%s".formatted(id, amendment.id),
                            amendment.view())));
  }

  @POST
  @Path("/{amendmentId}/decision")
  @RolesAllowed({Permission.PARTNER_APPROVE, Permission.PARTNER_APPROVE_DIRECTOR})
  @Operation(
      summary = "Approve or reject a change",
      description =
          "An approval makes the change in the same transaction. Bank, address and credit limits"
              + " above a manager's tier need PARTNER_APPROVE_DIRECTOR; nobody decides on what they"
              + " asked for, or uploaded or verified a proof for.")
  @APIResponse(
      responseCode = "400",
      description =
          "amendment-decided, credit-limit-too-high, and whatever refuses the change itself")
  @APIResponse(
      responseCode = "403",
      description = "director-decides, credit-limit-is-directors, somebody-else-decides")
  @APIResponse(
      responseCode = "409",
      description = "tax-id-registered, branch-code-taken, employee-known, vehicle-taken")
  public Uni<RestResponse<Amendment.View>> decide(
      @PathParam("id") UUID id,
      @PathParam("amendmentId") UUID amendmentId,
      @NotNull @Valid AmendmentDecisionBody body) {
    return ask(id, amendmentId)
        .chain(
            asked ->
                commands.once(
                    body,
                    () ->
                        access
                            .load(id)
                            .chain(partner -> deciding.decide(partner, amendmentId, body, asked))
                            .map(amendment -> Reply.ok(amendment.view()))));
  }

  // Before the transaction: nothing is held while a map or a registry is asked.
  private Uni<ApprovedChanges.Asked> ask(UUID id, UUID amendmentId) {
    return Panache.withSession(
            () -> access.load(id).chain(partner -> amendments.get(id, amendmentId)))
        .chain(amendment -> changes.ask(amendment.proposed));
  }
}
