package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.EntityTags;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.tradedesk.posting.ActingPartner;
import com.cottonerp.tradedesk.posting.Actor;
import com.cottonerp.tradedesk.posting.Side;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/negotiations")
@Tag(name = "Negotiations")
@RolesAllowed({Permission.REQUIREMENT_CREATE, Permission.AVAILABILITY_CREATE})
public class NegotiationResource {
  private static final String NEEDS = "";

  private final Commands commands;
  private final ActingPartner acting;
  private final Caller caller;
  private final Negotiations negotiations;
  private final NegotiationOffers offers;
  private final MakeOffer offering;
  private final AcceptOffer accepting;
  private final EndNegotiation ending;

  NegotiationResource(
      Commands commands,
      ActingPartner acting,
      Caller caller,
      Negotiations negotiations,
      NegotiationOffers offers,
      MakeOffer offering,
      AcceptOffer accepting,
      EndNegotiation ending) {
    this.commands = commands;
    this.acting = acting;
    this.caller = caller;
    this.negotiations = negotiations;
    this.offers = offers;
    this.offering = offering;
    this.accepting = accepting;
    this.ending = ending;
  }

  @GET
  @Path("/{id}")
  @WithSession
  @Operation(
      summary = "One negotiation with its offers",
      description = "For its parties, and for internal users." + NEEDS)
  @APIResponse(responseCode = "200", description = "The negotiation; ETag is its version")
  public Uni<RestResponse<NegotiationView>> get(@PathParam("id") UUID id) {
    return negotiations.get(id).invoke(this::mustBeParty).chain(this::reply).map(Reply::toResponse);
  }

  @POST
  @Path("/{id}/offers")
  @Operation(
      summary = "Make an offer",
      description = "Neither side offers twice in a row; an offer replaces the one before." + NEEDS)
  @APIResponse(responseCode = "200", description = "The negotiation; ETag is its version")
  @APIResponse(
      responseCode = "400",
      description =
          "negotiation-not-active, negotiation-expired, not-your-turn, over-budget,"
              + " more-than-required, below-minimum-order, no-partial-orders, units-changed,"
              + " availability-not-open,"
              + " requirement-not-open, term-not-active")
  @APIResponse(responseCode = "409", description = "not-enough-stock")
  @APIResponse(responseCode = "503", description = "term-not-known-yet: try again")
  public Uni<RestResponse<NegotiationView>> makeOffer(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid OfferBody body) {
    Actor me = acting.actor();
    return move(
        id,
        ifMatch,
        List.of(id, body),
        locked -> offering.make(locked, me.on(locked.sideOf(me.partnerId())), body));
  }

  @POST
  @Path("/{id}/acceptance")
  @Operation(
      summary = "Accept the last offer",
      description =
          "Of the other side. Parties, risk and both posts are checked again, and the stock is held"
              + " for the trade, in the same moment. Of an acceptance and a new offer at once one"
              + " wins."
              + NEEDS)
  @APIResponse(responseCode = "200", description = "The negotiation; ETag is its version")
  @APIResponse(
      responseCode = "400",
      description =
          "negotiation-not-active, negotiation-expired, nothing-offered, own-offer,"
              + " counterparty-unavailable, wash-trading, over-budget (the buyer),"
              + " offer-stands-no-more (the seller), more-than-required, related-party,"
              + " partner-not-approved, kyc-expired and partner-in-red (of the caller's own"
              + " partner), units-changed, beyond-match, not-visible, currency-differs,"
              + " wrong-place, wrong-quality, availability-not-open, requirement-not-open")
  @APIResponse(responseCode = "409", description = "not-enough-stock, goods-changed")
  @APIResponse(responseCode = "503", description = "partner-not-known-yet: try again")
  public Uni<RestResponse<NegotiationView>> accept(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    Actor me = acting.actor();
    return move(id, ifMatch, id, locked -> accepting.accept(locked, me));
  }

  @POST
  @Path("/{id}/rejection")
  @Operation(
      summary = "Leave the negotiation",
      description = "It ends, and so does the match." + NEEDS)
  @APIResponse(responseCode = "200", description = "The negotiation; ETag is its version")
  @APIResponse(responseCode = "400", description = "negotiation-not-active, negotiation-expired")
  public Uni<RestResponse<NegotiationView>> reject(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid Rejection body) {
    Actor me = acting.actor();
    return move(
        id,
        ifMatch,
        List.of(id, body),
        locked -> ending.reject(locked, me.on(locked.sideOf(me.partnerId())), body.reason()));
  }

  private Uni<RestResponse<NegotiationView>> move(
      UUID id, String ifMatch, Object content, Function<Negotiation, Uni<Negotiation>> move) {
    return commands.once(
        content,
        () ->
            negotiations
                .getForUpdate(id)
                .invoke(this::mustBeParty)
                .invoke(found -> EntityTags.check(ifMatch, found.version()))
                .chain(locked -> move.apply(locked))
                .chain(this::reply));
  }

  private Uni<Reply<NegotiationView>> reply(Negotiation negotiation) {
    return offers
        .of(negotiation.id())
        .map(
            all ->
                Reply.ok(NegotiationView.of(negotiation, all, viewer(negotiation)))
                    .withVersion(negotiation.version()));
  }

  /** Null for internal users, who see both sides. */
  private Side viewer(Negotiation negotiation) {
    return caller.seesEverybody() ? null : negotiation.sideOf(acting.id());
  }

  private void mustBeParty(Negotiation negotiation) {
    if (!caller.seesEverybody()) {
      negotiation.sideOf(acting.id());
    }
  }

  /** Why a party leaves. */
  public record Rejection(@NotBlank @Size(max = 500) String reason) {}
}
