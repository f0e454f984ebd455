package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.defaults.audit.Audited;
import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.EntityTags;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.tradedesk.posting.ActingPartner;
import com.cottonerp.tradedesk.posting.Actor;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/availabilities")
@Tag(name = "Availabilities")
public class AvailabilityResource {
  private static final String REFUSALS =
      "partner-not-approved, kyc-expired, partner-in-red, service-providers-do-not-trade,"
          + " capability-missing, indian-entity-needed, commodity-not-active, location-not-active,"
          + " circular-trading";
  private static final String RETRY =
      "partner-not-known-yet, commodity-not-known-yet, location-not-known-yet: try again";

  private final Commands commands;
  private final ActingPartner acting;
  private final Caller caller;
  private final Availabilities availabilities;
  private final PostAvailability posting;
  private final ChangeAvailability changing;
  private final SaveAvailability saving;

  AvailabilityResource(
      Commands commands,
      ActingPartner acting,
      Caller caller,
      Availabilities availabilities,
      PostAvailability posting,
      ChangeAvailability changing,
      SaveAvailability saving) {
    this.commands = commands;
    this.acting = acting;
    this.caller = caller;
    this.availabilities = availabilities;
    this.posting = posting;
    this.changing = changing;
    this.saving = saving;
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permission.AVAILABILITY_READ)
  @WithSession
  @Operation(
      summary = "One availability",
      description =
          "Of another partner only while it is on offer and visible to the caller's partner; notes"
              + " and risk are for the seller.")
  @APIResponse(responseCode = "200", description = "The availability; ETag is its version")
  public Uni<RestResponse<AvailabilityView>> get(@PathParam("id") UUID id) {
    return availabilities
        .get(id)
        .invoke(acting::mustSee)
        .map(
            availability ->
                Reply.ok(
                        AvailabilityView.of(availability, acting.mayActFor(availability.ownerId())))
                    .withVersion(availability.version())
                    .toResponse());
  }

  @POST
  @RolesAllowed(Permission.AVAILABILITY_CREATE)
  @Operation(
      summary = "Post an availability",
      description =
          "For the partner that the token acts for. It waits for risk (pending_risk), then is"
              + " active or blocked. Units are the commodity's.")
  @APIResponse(responseCode = "201", description = "The availability; ETag is its version")
  @APIResponse(responseCode = "400", description = REFUSALS)
  @APIResponse(responseCode = "409", description = "duplicate-order")
  @APIResponse(responseCode = "503", description = RETRY)
  public Uni<RestResponse<AvailabilityView>> post(@NotNull @Valid AvailabilityBody body) {
    Actor by = acting.actor();
    return commands.once(
        body,
        () ->
            posting
                .post(by, body)
                .map(
                    posted ->
                        Reply.created("/api/v1/availabilities/" + posted.id(), whole(posted))
                            .withVersion(posted.version())));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Permission.AVAILABILITY_UPDATE)
  @Operation(
      summary = "Change an availability",
      description =
          "It waits for risk again. Its commodity stays; its total is not below what is reserved or"
              + " sold. If-Match with its version is required.")
  @APIResponse(
      responseCode = "400",
      description = "availability-not-open, total-below-committed, " + REFUSALS)
  @APIResponse(responseCode = "503", description = RETRY)
  public Uni<RestResponse<AvailabilityView>> update(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid AvailabilityBody body) {
    return Audited.transaction(
        () ->
            acting
                .ownForUpdate(availabilities, id, null)
                .invoke(availability -> EntityTags.require(ifMatch, availability.version()))
                .chain(availability -> changing.change(availability, acting.user(), body))
                .call(() -> availabilities.flush())
                .map(AvailabilityResource::reply)
                .map(Reply::toResponse));
  }

  @POST
  @Path("/{id}/approval")
  @RolesAllowed(Permission.AVAILABILITY_APPROVE)
  @Operation(
      summary = "Approve an availability",
      description =
          "One that risk let pass and that needs approval; internal users only, and nobody who"
              + " posted or changed it.")
  @APIResponse(responseCode = "200", description = "The availability; ETag is its version")
  @APIResponse(responseCode = "400", description = "availability-not-pending-approval")
  @APIResponse(responseCode = "403", description = "somebody-else-decides")
  public Uni<RestResponse<AvailabilityView>> approve(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    caller.mustBeInternal();
    return commands.once(
        id,
        () ->
            availabilities
                .getForUpdate(id)
                .invoke(availability -> EntityTags.check(ifMatch, availability.version()))
                .invoke(availability -> availability.contributors().mustNotDecide(caller.ids()))
                .invoke(availability -> availability.approve(acting.userId()))
                .chain(saving::save)
                .map(AvailabilityResource::reply));
  }

  @POST
  @Path("/{id}/cancellation")
  @RolesAllowed(Permission.AVAILABILITY_CANCEL)
  @Operation(
      summary = "Withdraw an availability",
      description = "Not while stock of it is reserved.")
  @APIResponse(responseCode = "200", description = "The availability; ETag is its version")
  @APIResponse(responseCode = "400", description = "availability-not-open")
  @APIResponse(responseCode = "409", description = "reserved-stock-left")
  public Uni<RestResponse<AvailabilityView>> cancel(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid Cancellation body) {
    return commands.once(
        body,
        () ->
            acting
                .ownForUpdate(availabilities, id, ifMatch)
                .invoke(availability -> availability.cancel(body.reason()))
                .chain(saving::save)
                .map(AvailabilityResource::reply));
  }

  private static Reply<AvailabilityView> reply(Availability availability) {
    return Reply.ok(whole(availability)).withVersion(availability.version());
  }

  private static AvailabilityView whole(Availability availability) {
    return AvailabilityView.of(availability, true);
  }

  /** Why an availability is withdrawn. */
  @Schema(name = "AvailabilityCancellation")
  public record Cancellation(@NotBlank @Size(max = 500) String reason) {}
}
