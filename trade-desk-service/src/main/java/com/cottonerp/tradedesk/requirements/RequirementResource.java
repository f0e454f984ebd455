package com.cottonerp.tradedesk.requirements;

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

@Path("/api/v1/requirements")
@Tag(name = "Requirements")
public class RequirementResource {
  private static final String REFUSALS =
      "partner-not-approved, kyc-expired, partner-in-red, service-providers-do-not-trade,"
          + " capability-missing, indian-entity-needed, commodity-not-active, location-not-active,"
          + " circular-trading";
  private static final String RETRY =
      "partner-not-known-yet, commodity-not-known-yet, location-not-known-yet: try again";

  private final Commands commands;
  private final ActingPartner acting;
  private final Caller caller;
  private final Requirements requirements;
  private final PostRequirement posting;
  private final ChangeRequirement changing;
  private final SaveRequirement saving;

  RequirementResource(
      Commands commands,
      ActingPartner acting,
      Caller caller,
      Requirements requirements,
      PostRequirement posting,
      ChangeRequirement changing,
      SaveRequirement saving) {
    this.commands = commands;
    this.acting = acting;
    this.caller = caller;
    this.requirements = requirements;
    this.posting = posting;
    this.changing = changing;
    this.saving = saving;
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permission.REQUIREMENT_READ)
  @WithSession
  @Operation(
      summary = "One requirement",
      description =
          "Of another partner only while it is wanted and visible to the caller's partner; the"
              + " budget, notes and risk are for the buyer.")
  @APIResponse(responseCode = "200", description = "The requirement; ETag is its version")
  public Uni<RestResponse<RequirementView>> get(@PathParam("id") UUID id) {
    return requirements
        .get(id)
        .invoke(acting::mustSee)
        .map(
            requirement ->
                Reply.ok(RequirementView.of(requirement, acting.mayActFor(requirement.ownerId())))
                    .withVersion(requirement.version())
                    .toResponse());
  }

  @POST
  @RolesAllowed(Permission.REQUIREMENT_CREATE)
  @Operation(
      summary = "Post a requirement",
      description =
          "For the partner that the token acts for. It waits for risk (pending_risk), then is"
              + " active, a draft (publish: false) or blocked. Units are the commodity's.")
  @APIResponse(responseCode = "201", description = "The requirement; ETag is its version")
  @APIResponse(responseCode = "400", description = REFUSALS)
  @APIResponse(responseCode = "409", description = "duplicate-order")
  @APIResponse(responseCode = "503", description = RETRY)
  public Uni<RestResponse<RequirementView>> post(@NotNull @Valid RequirementBody body) {
    Actor by = acting.actor();
    return commands.once(
        body,
        () ->
            posting
                .post(by, body)
                .map(
                    posted ->
                        Reply.created("/api/v1/requirements/" + posted.id(), whole(posted))
                            .withVersion(posted.version())));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Permission.REQUIREMENT_UPDATE)
  @Operation(
      summary = "Change a requirement",
      description =
          "One that nothing was bought for. It waits for risk again; its commodity stays. If-Match"
              + " with its version is required.")
  @APIResponse(responseCode = "200", description = "The requirement; ETag is its version")
  @APIResponse(
      responseCode = "400",
      description = "requirement-not-open, already-bought, " + REFUSALS)
  @APIResponse(responseCode = "503", description = RETRY)
  public Uni<RestResponse<RequirementView>> update(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid RequirementBody body) {
    return Audited.transaction(
        () ->
            acting
                .ownForUpdate(requirements, id, null)
                .invoke(requirement -> EntityTags.require(ifMatch, requirement.version()))
                .chain(requirement -> changing.change(requirement, acting.user(), body))
                .call(() -> requirements.flush())
                .map(RequirementResource::reply)
                .map(Reply::toResponse));
  }

  @POST
  @Path("/{id}/publication")
  @RolesAllowed(Permission.REQUIREMENT_UPDATE)
  @Operation(summary = "Publish a draft", description = "It is matched from now on.")
  @APIResponse(responseCode = "200", description = "The requirement; ETag is its version")
  @APIResponse(responseCode = "400", description = "requirement-not-draft")
  public Uni<RestResponse<RequirementView>> publish(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return commands.once(
        id,
        () ->
            acting
                .ownForUpdate(requirements, id, ifMatch)
                .invoke(Requirement::publish)
                .chain(saving::save)
                .map(RequirementResource::reply));
  }

  @POST
  @Path("/{id}/cancellation")
  @RolesAllowed(Permission.REQUIREMENT_CANCEL)
  @Operation(summary = "Withdraw a requirement")
  @APIResponse(responseCode = "200", description = "The requirement; ETag is its version")
  @APIResponse(responseCode = "400", description = "requirement-not-open")
  public Uni<RestResponse<RequirementView>> cancel(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid Cancellation body) {
    return commands.once(
        body,
        () ->
            acting
                .ownForUpdate(requirements, id, ifMatch)
                .invoke(requirement -> requirement.cancel(body.reason()))
                .chain(saving::save)
                .map(RequirementResource::reply));
  }

  private static Reply<RequirementView> reply(Requirement requirement) {
    return Reply.ok(whole(requirement)).withVersion(requirement.version());
  }

  private static RequirementView whole(Requirement requirement) {
    return RequirementView.of(requirement, true);
  }

  /** Why a requirement is withdrawn. */
  @Schema(name = "RequirementCancellation")
  public record Cancellation(@NotBlank @Size(max = 500) String reason) {}
}
