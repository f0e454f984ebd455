package com.cottonerp.partners.sharedcontacts;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.Refusal;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.identity.Identifier;
import com.cottonerp.partners.locations.InvoiceRegistrations;
import com.cottonerp.partners.partner.Partners;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/partners/{id}/contact")
@Tag(name = "Partners")
public class ContactResource {
  private final Partners partners;
  private final SharedContacts shared;
  private final TradePlaces places;
  private final InvoiceRegistrations registrations;
  private final Caller caller;

  ContactResource(
      Partners partners,
      SharedContacts shared,
      TradePlaces places,
      InvoiceRegistrations registrations,
      Caller caller) {
    this.partners = partners;
    this.shared = shared;
    this.places = places;
    this.registrations = registrations;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(
      summary = "Whom to talk to, and whom to invoice",
      description =
          "For the partner itself, for internal users, and for partners that have a trade with it."
              + " It is what the partner says of itself today.")
  @APIResponse(
      responseCode = "200",
      description = "Name, e-mail and phone; legal name, GSTIN and registered address")
  @APIResponse(responseCode = "403", description = "contact-not-shared")
  @APIResponse(responseCode = "404", description = "not-found")
  public Uni<SharedContactView> get(
      @PathParam("id") UUID id,
      @QueryParam("tradeId")
          @Parameter(description = "Whose registration is asked for: where it ships, or is billed")
          UUID tradeId) {
    return maySee(id)
        .invoke(
            allowed -> {
              if (!allowed) {
                throw new ContactNotShared(id).refused();
              }
            })
        .chain(() -> partners.get(id))
        .chain(
            partner ->
                placeIn(tradeId, id)
                    .chain(place -> registrations.gstinOf(partner, place))
                    .map(gstin -> SharedContactView.of(partner, asCallerMaySee(gstin))));
  }

  private Uni<Boolean> maySee(UUID id) {
    if (!caller.isExternal()) {
      return Uni.createFrom().item(true);
    }
    return caller
        .partnerId()
        .map(own -> own.equals(id) ? Uni.createFrom().item(true) : shared.areShared(own, id))
        .orElse(Uni.createFrom().item(false));
  }

  /** Null without a trade. A trade of others is not there. */
  private Uni<UUID> placeIn(UUID tradeId, UUID partnerId) {
    if (tradeId == null) {
      return Uni.createFrom().nullItem();
    }
    return places
        .findById(tradeId)
        .map(
            trade -> {
              if (trade == null || !trade.isOf(partnerId) || !isCallers(trade)) {
                throw new NotFound("trade", tradeId).refused();
              }
              return trade.placeOf(partnerId);
            });
  }

  private boolean isCallers(TradePlace trade) {
    return !caller.isExternal() || caller.partnerId().map(trade::isOf).orElse(false);
  }

  /**
   * WHY whole for a party: the GSTIN of a proprietor holds its PAN, but no invoice goes without.
   */
  private Identifier asCallerMaySee(String gstin) {
    return caller.isExternal() ? Identifier.sharedWithReader(gstin) : Identifier.of(gstin);
  }

  /** The caller's partner has no trade with this one, or its event is on its way. */
  @Explained(
      means = "Contacts are shared between partners that have a trade with each other.",
      remedy = "Repeat later if the trade was made a moment ago; If-Applied waits for it.")
  record ContactNotShared(UUID partnerId) implements Refusal {
    @Override
    public int status() {
      return FORBIDDEN;
    }

    @Override
    public String detail() {
      return "You have no trade with partner %s that would share its contact".formatted(partnerId);
    }
  }
}
