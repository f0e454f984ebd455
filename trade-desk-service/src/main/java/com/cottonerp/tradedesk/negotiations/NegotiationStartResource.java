package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.tradedesk.posting.ActingPartner;
import com.cottonerp.tradedesk.posting.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/matches/{id}/negotiation")
@Tag(name = "Negotiations")
public class NegotiationStartResource {
  private final Commands commands;
  private final ActingPartner acting;
  private final StartNegotiation starting;

  NegotiationStartResource(Commands commands, ActingPartner acting, StartNegotiation starting) {
    this.commands = commands;
    this.acting = acting;
    this.starting = starting;
  }

  @POST
  @RolesAllowed({Permission.REQUIREMENT_CREATE, Permission.AVAILABILITY_CREATE})
  @Operation(
      summary = "Begin to negotiate",
      description =
          "By either party of a match that risk cleared. From now on the parties know each other;"
              + " they have 48 hours.")
  @APIResponse(responseCode = "201", description = "The negotiation; ETag is its version")
  @APIResponse(
      responseCode = "400",
      description =
          "match-not-cleared, partner-not-approved, kyc-expired, partner-in-red,"
              + " counterparty-unavailable, availability-not-open, requirement-not-open,"
              + " not-visible, currency-differs, wrong-place, wrong-quality, related-party")
  @APIResponse(responseCode = "503", description = "partner-not-known-yet: try again")
  public Uni<RestResponse<NegotiationView>> startNegotiation(@PathParam("id") UUID matchId) {
    Actor by = acting.actor();
    return commands.once(
        matchId,
        () ->
            starting
                .start(matchId, by)
                .map(
                    negotiation ->
                        Reply.created(
                                "/api/v1/negotiations/" + negotiation.id(),
                                NegotiationView.of(
                                    negotiation, List.of(), negotiation.sideOf(by.partnerId())))
                            .withVersion(negotiation.version())));
  }
}
