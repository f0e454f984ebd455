package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.audit.Audited;
import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.EntityTags;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.applicant.Applicant;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

@Path("/api/v1/partner-applications")
@Tag(name = "Partner applications")
public class PartnerApplicationResource {
  private final Commands commands;
  private final Caller caller;
  private final ApplicationAccess access;
  private final StartApplication starting;
  private final EditApplication editing;

  PartnerApplicationResource(
      Commands commands,
      Caller caller,
      ApplicationAccess access,
      StartApplication starting,
      EditApplication editing) {
    this.commands = commands;
    this.caller = caller;
    this.access = access;
    this.starting = starting;
    this.editing = editing;
  }

  @POST
  @RolesAllowed(Permission.PARTNER_CREATE)
  @Operation(
      summary = "Apply to become a partner",
      description = "Starts an application of the caller. Idempotency-Key is honoured.")
  @APIResponse(
      responseCode = "201",
      description = "The application; Location and ETag say where and which version")
  @APIResponse(responseCode = "422", description = "invalid-request: errors says which fields")
  public Uni<RestResponse<ApplicationView>> startApplication(@NotNull @Valid ApplicationBody body) {
    Applicant applicant = body.toApplicant();
    return commands.once(
        body,
        () ->
            starting
                .start(caller.userId(), applicant)
                .map(
                    application ->
                        Reply.created(
                                "/api/v1/partner-applications/" + application.id(),
                                ApplicationView.of(application))
                            .withVersion(application.version())));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Permission.PARTNER_READ, Permission.PARTNER_CREATE})
  @WithSession
  @Operation(
      summary = "Where an application stands",
      description =
          "External users see their own. Identifiers are masked without PARTNER_VIEW_SENSITIVE.")
  @APIResponse(responseCode = "404", description = "not-found")
  public Uni<RestResponse<ApplicationView>> getApplication(@PathParam("id") UUID id) {
    return access.load(id).map(application -> reply(application).toResponse());
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({Permission.PARTNER_CREATE, Permission.PARTNER_UPDATE})
  @Operation(
      summary = "Correct an application",
      description = "While it is pending or information is requested. If-Match is required.")
  @APIResponse(responseCode = "400", description = "application-not-open")
  @APIResponse(responseCode = "412", description = "stale-version")
  @APIResponse(responseCode = "428", description = "if-match-required")
  public Uni<RestResponse<ApplicationView>> editApplication(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ApplicationBody body) {
    Applicant changed = body.toApplicant();
    return Audited.transaction(
        () ->
            access
                .load(id)
                .invoke(application -> EntityTags.require(ifMatch, application.version()))
                .chain(application -> editing.edit(application, changed, caller.userId()))
                .map(application -> reply(application).toResponse()));
  }

  static Reply<ApplicationView> reply(OnboardingApplication application) {
    return Reply.ok(ApplicationView.of(application)).withVersion(application.version());
  }
}
