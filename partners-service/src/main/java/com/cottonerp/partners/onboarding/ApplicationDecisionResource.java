package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.applicant.TaxIdType;
import com.cottonerp.partners.onboarding.TaxRegistry.Registration;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/partner-applications/{id}")
@Tag(name = "Partner applications")
public class ApplicationDecisionResource {
  private final Commands commands;
  private final ApplicationAccess access;
  private final SubmitApplication submitting;
  private final DecideApplication deciding;
  private final TaxRegistry taxRegistry;

  ApplicationDecisionResource(
      Commands commands,
      ApplicationAccess access,
      SubmitApplication submitting,
      DecideApplication deciding,
      TaxRegistry taxRegistry) {
    this.commands = commands;
    this.access = access;
    this.submitting = submitting;
    this.deciding = deciding;
    this.taxRegistry = taxRegistry;
  }

  @POST
  @Path("/submission")
  @RolesAllowed(Permission.PARTNER_CREATE)
  @Operation(
      summary = "Ask for a decision",
      description =
          "Scores the application and names the route. The route AUTO approves in the same"
              + " transaction; it is taken only when tax id, PAN, bank and mandatory documents are"
              + " verified, and the recommended limit is within a manager's tier.")
  @APIResponse(responseCode = "400", description = "application-not-open")
  public Uni<RestResponse<ApplicationView>> submitApplication(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return lookUp(id)
        .chain(
            registration ->
                commands.once(
                    id,
                    () ->
                        access
                            .load(id, ifMatch)
                            .chain(application -> submitting.submit(application, registration))
                            .map(PartnerApplicationResource::reply)));
  }

  // Before the transaction: nothing is held while the registry is asked.
  private Uni<Optional<Registration>> lookUp(UUID id) {
    return Panache.withSession(() -> access.load(id).map(OnboardingApplication::applicant))
        .chain(
            applicant ->
                applicant.taxIdType() == TaxIdType.GST
                    ? taxRegistry.lookUp(applicant.taxIdNumber())
                    : Uni.createFrom().item(Optional.empty()));
  }

  @POST
  @Path("/decision")
  @RolesAllowed({Permission.PARTNER_APPROVE, Permission.PARTNER_APPROVE_DIRECTOR})
  @Operation(
      summary = "Approve, reject, or ask for more",
      description =
          "Approval creates the partner in the same transaction: PartnerCreated, then"
              + " PartnerApproved. The route DIRECTOR and credit limits above a manager's tier need"
              + " PARTNER_APPROVE_DIRECTOR. Nobody decides who started or changed the application,"
              + " or uploaded or verified one of its documents.")
  @APIResponse(
      responseCode = "400",
      description =
          "application-not-submitted, application-already-decided, documents-not-verified,"
              + " credit-limit-too-high")
  @APIResponse(
      responseCode = "403",
      description = "director-required, credit-limit-is-directors, somebody-else-decides")
  @APIResponse(responseCode = "409", description = "already-registered, concurrent-change")
  public Uni<RestResponse<ApplicationView>> decideApplication(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid DecisionBody body) {
    return commands.once(
        body,
        () ->
            access
                .load(id, ifMatch)
                .chain(application -> deciding.decide(application, body))
                .map(PartnerApplicationResource::reply));
  }
}
