package com.cottonerp.tradedesk.trades;

import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.EntityTags;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.tradedesk.negotiations.Negotiation;
import com.cottonerp.tradedesk.negotiations.Negotiations;
import com.cottonerp.tradedesk.posting.ActingPartner;
import com.cottonerp.tradedesk.posting.Side;
import com.fasterxml.jackson.annotation.JsonFormat;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/trades")
@Tag(name = "Trades")
public class TradeResource {
  private final Commands commands;
  private final ActingPartner acting;
  private final Caller caller;
  private final Trades trades;
  private final Negotiations negotiations;
  private final CreateTrade creating;
  private final MoveTrade moving;

  TradeResource(
      Commands commands,
      ActingPartner acting,
      Caller caller,
      Trades trades,
      Negotiations negotiations,
      CreateTrade creating,
      MoveTrade moving) {
    this.commands = commands;
    this.acting = acting;
    this.caller = caller;
    this.trades = trades;
    this.negotiations = negotiations;
    this.creating = creating;
    this.moving = moving;
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permission.TRADE_READ)
  @WithSession
  @Operation(summary = "One trade", description = "For its parties, and for internal users.")
  @APIResponse(responseCode = "200", description = "The trade; ETag is its version")
  public Uni<RestResponse<TradeView>> get(@PathParam("id") UUID id) {
    return trades
        .get(id)
        .invoke(this::side)
        .map(
            trade ->
                Reply.ok(TradeView.of(trade, side(trade)))
                    .withVersion(trade.version())
                    .toResponse());
  }

  @POST
  @RolesAllowed(Permission.TRADE_CREATE)
  @Operation(
      summary = "Make an accepted negotiation a binding trade",
      description =
          "By either party, or by internal users, while the stock is held (7 days). Addresses are"
              + " frozen, the tax is computed, the held stock is sold, and the parties may see each"
              + " other's contact.")
  @APIResponse(responseCode = "201", description = "The trade; ETag is its version")
  @APIResponse(
      responseCode = "400",
      description =
          "negotiation-not-active, branch-missing, branch-unsuitable, branch-not-registered, raw-cotton-only, somebody-elses-branch,"
              + " gst-rate-missing, state-unknown, capability-missing, counterparty-unavailable,"
              + " wash-trading, reservation-not-held, requirement-not-open, more-than-required,"
              + " partner-not-approved, kyc-expired and partner-in-red (of the caller's own"
              + " partner)")
  @APIResponse(
      responseCode = "404",
      description = "not-found: there is no such negotiation, or the caller is no party of it")
  @APIResponse(responseCode = "409", description = "already-traded")
  @APIResponse(responseCode = "503", description = "partner-not-known-yet: try again")
  public Uni<RestResponse<TradeView>> create(@NotNull @Valid TradeBody body) {
    return commands.once(
        body,
        () ->
            negotiations
                .getForUpdate(body.negotiationId())
                .invoke(this::mustBeParty)
                .chain(
                    agreed ->
                        creating.create(
                            agreed,
                            agreed.counterparts().parties(acting.reader()),
                            body.picks(),
                            acting.userId()))
                .map(
                    trade ->
                        Reply.created(
                                "/api/v1/trades/" + trade.id(), TradeView.of(trade, side(trade)))
                            .withVersion(trade.version())));
  }

  @POST
  @Path("/{id}/status")
  @RolesAllowed(Permission.TRADE_UPDATE)
  @Operation(
      summary = "Move a trade on",
      description =
          "The seller: in_transit. The buyer: delivered, completed. Either: disputed, also for 15"
              + " days after it was completed. Internal users: all of it, and active, completed or"
              + " cancelled after a dispute; cancelled gives the stock back but for what left.")
  @APIResponse(responseCode = "200", description = "The trade; ETag is its version")
  @APIResponse(responseCode = "400", description = "trade-not-movable, dispute-too-late")
  @APIResponse(responseCode = "403", description = "not-your-move")
  public Uni<RestResponse<TradeView>> move(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid Move body) {
    return commands.once(
        List.of(id, body),
        () ->
            trades
                .getForUpdate(id)
                .chain(
                    trade -> {
                      Side side = side(trade);
                      EntityTags.check(ifMatch, trade.version());
                      return moving.move(trade, body, side, acting.user());
                    })
                .map(
                    trade ->
                        Reply.ok(TradeView.of(trade, side(trade))).withVersion(trade.version())));
  }

  private boolean isClerk() {
    return caller.seesEverybody();
  }

  /** Null for internal users; refuses who is no party. */
  private Side side(Trade trade) {
    return isClerk() ? null : trade.sideOf(acting.id());
  }

  private void mustBeParty(Negotiation agreed) {
    if (!isClerk()) {
      agreed.sideOf(acting.id());
    }
  }

  /** What a trade becomes, and why. */
  public record Move(
      @NotNull TradeStatus status,
      @Size(max = 500) String reason,
      @Schema(
              description =
                  "Of in_transit: how much left in all; all of it by default. Of delivered: how much"
                      + " arrived in all; what left by default. In quantityUnit of the trade")
          @PositiveOrZero
          @Digits(integer = 12, fraction = 3)
          @JsonFormat(shape = JsonFormat.Shape.STRING)
          BigDecimal quantity) {}
}
