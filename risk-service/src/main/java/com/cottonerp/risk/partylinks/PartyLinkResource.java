package com.cottonerp.risk.partylinks;

import com.cottonerp.defaults.security.Permission;
import com.cottonerp.risk.partnerprofiles.PartnerKeys;
import com.cottonerp.risk.partnerprofiles.PartnerNotKnownYet;
import com.cottonerp.risk.partnerprofiles.PartnerProfiles;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/party-links")
@Tag(name = "Party links")
public class PartyLinkResource {
  private final PartnerProfiles profiles;

  PartyLinkResource(PartnerProfiles profiles) {
    this.profiles = profiles;
  }

  @POST
  @Path("/check")
  @RolesAllowed(Permission.ADMIN_VIEW_ALL_DATA)
  @WithSession
  @Operation(
      summary = "What two partners share",
      description =
          "The same PAN or tax id, a master, a group: BLOCK. The same phone or company e-mail domain: WARN."
              + " Stores nothing.")
  @APIResponse(responseCode = "200", description = "The links, and the worst of them")
  @APIResponse(responseCode = "503", description = "partner-not-known-yet: try again")
  public Uni<PartyLinks> checkPartyLinks(@NotNull @Valid Pair pair) {
    return keys(pair.partnerId())
        .chain(one -> keys(pair.otherPartnerId()).map(other -> PartyLinks.between(one, other)));
  }

  private Uni<PartnerKeys> keys(UUID partnerId) {
    return profiles
        .keysOf(partnerId)
        .onItem()
        .ifNull()
        .failWith(() -> new PartnerNotKnownYet(partnerId).refused());
  }

  /** Two partners, in any order. */
  public record Pair(@NotNull UUID partnerId, @NotNull UUID otherPartnerId) {}
}
