package com.cottonerp.tradedesk.trades;

import com.cottonerp.contracts.trade.v1.FrozenAddress;
import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.tradedesk.availabilities.Availabilities;
import com.cottonerp.tradedesk.availabilities.Offer;
import com.cottonerp.tradedesk.availabilities.StockHandlers;
import com.cottonerp.tradedesk.commoditycatalog.CatalogEntry;
import com.cottonerp.tradedesk.matching.Match;
import com.cottonerp.tradedesk.matching.Matches;
import com.cottonerp.tradedesk.negotiations.Negotiation;
import com.cottonerp.tradedesk.negotiations.Negotiations;
import com.cottonerp.tradedesk.partnerdirectory.DirectoryLocations;
import com.cottonerp.tradedesk.positions.Position;
import com.cottonerp.tradedesk.positions.Positions;
import com.cottonerp.tradedesk.posting.Parties;
import com.cottonerp.tradedesk.posting.PostContext;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.posting.TwoParties;
import com.cottonerp.tradedesk.requirements.RequirementLife;
import com.cottonerp.tradedesk.requirements.Requirements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Makes trades and moves them on, with everything that follows, in the caller's transaction: held
 * stock is sold, the requirement is filled, positions are opened and closed.
 */
@ApplicationScoped
class TradeHandlers {
  private static final BigDecimal KG_PER_QUINTAL = new BigDecimal("100");

  private final Negotiations negotiations;
  private final Matches matches;
  private final Trades trades;
  private final WashTrades washTrades;
  private final Availabilities availabilities;
  private final Requirements requirements;
  private final StockHandlers stock;
  private final RequirementLife wishes;
  private final Positions positions;
  private final Parties parties;
  private final PostContext context;
  private final DirectoryLocations branches;
  private final IdSource ids;
  private final Clock clock;

  TradeHandlers(
      Negotiations negotiations,
      Matches matches,
      Trades trades,
      WashTrades washTrades,
      Availabilities availabilities,
      Requirements requirements,
      StockHandlers stock,
      RequirementLife wishes,
      Positions positions,
      Parties parties,
      PostContext context,
      DirectoryLocations branches,
      IdSource ids,
      Clock clock) {
    this.negotiations = negotiations;
    this.matches = matches;
    this.trades = trades;
    this.washTrades = washTrades;
    this.availabilities = availabilities;
    this.requirements = requirements;
    this.stock = stock;
    this.wishes = wishes;
    this.positions = positions;
    this.parties = parties;
    this.context = context;
    this.branches = branches;
    this.ids = ids;
    this.clock = clock;
  }

  /** The negotiation, for its parties only; nobody else moves it until the transaction ends. */
  Uni<Negotiation> agreement(UUID negotiationId) {
    return negotiations.getToMove(negotiationId);
  }

  /** Much may have happened since the parties agreed: they and their posts are looked at again. */
  Uni<Trade> create(Negotiation agreed, TwoParties both, TradeBody body, String by) {
    agreed.mustBeAccepted();
    return refuseSecond(agreed)
        .chain(() -> parties.mustBeAllowed(both))
        .chain(() -> matches.getToMove(agreed.matchId()))
        .invoke(Match::mustNotBeForbidden)
        // What is left of both posts may be matched again.
        .invoke(Match::closed)
        .chain(matches::save)
        .chain(() -> context.commodity(agreed.commodityId()))
        .chain(commodity -> create(agreed, both, body, by, commodity));
  }

  private Uni<Void> refuseSecond(Negotiation agreed) {
    return trades
        .ofNegotiation(agreed.id())
        .onItem()
        .ifNotNull()
        .invoke(
            trade -> {
              throw new TradeRefusal.AlreadyTraded(agreed.id(), trade.number()).refused();
            })
        .replaceWithVoid();
  }

  private Uni<Trade> create(
      Negotiation agreed, TwoParties both, TradeBody body, String by, CatalogEntry commodity) {
    if (commodity.gstRate() == null) {
      throw new TradeRefusal.GstRateMissing(commodity.commodityId()).refused();
    }
    UUID id = ids.next();
    Instant now = clock.instant();
    return stock
        .sell(agreed.availabilityId(), agreed.reservationId(), id)
        .chain(
            sold ->
                requirements
                    .getToBuy(agreed.requirementId())
                    .chain(
                        found -> {
                          Offer offer = sold.offer();
                          BigDecimal base = offer.measure().base(agreed.quantity());
                          return parties
                              .mustBeCapable(both, offer.place(), found.wish().places())
                              .chain(
                                  () ->
                                      wishes.bought(
                                          agreed.requirementId(), agreed.wishQuantity(), id))
                              .chain(() -> addresses(agreed, body, commodity, base))
                              .call(addresses -> mustBeCapable(both, addresses))
                              .chain(
                                  addresses ->
                                      trades
                                          .nextNumber(
                                              LocalDate.ofInstant(now, Trade.TRADE_ZONE).getYear())
                                          // After the number: two opposite trades come one by one.
                                          .call(() -> refuseWash(agreed))
                                          .map(
                                              number ->
                                                  Trade.of(
                                                      id,
                                                      number,
                                                      agreed,
                                                      offer.measure(),
                                                      agreed.wishQuantity(),
                                                      commodity.gstRate(),
                                                      addresses,
                                                      by,
                                                      now)));
                        }))
        .chain(trades::save)
        .call(trade -> openPosition(trade, Side.BUY))
        .call(trade -> openPosition(trade, Side.SELL));
  }

  /** The branches may lie in other countries than the posts. */
  private Uni<Void> mustBeCapable(TwoParties both, Trade.Addresses addresses) {
    return mustBeCapable(both, addresses, addresses.shipTo())
        .chain(() -> mustBeCapable(both, addresses, addresses.billTo()));
  }

  private Uni<Void> mustBeCapable(
      TwoParties both, Trade.Addresses addresses, FrozenAddress destination) {
    return parties.mustBeCapable(
        both, addresses.shipFrom().country(), List.of(destination.country()));
  }

  private Uni<Void> refuseWash(Negotiation agreed) {
    return washTrades.refuse(agreed.buyerId(), agreed.sellerId(), agreed.commodityId());
  }

  private Uni<Trade.Addresses> addresses(
      Negotiation agreed, TradeBody body, CatalogEntry commodity, BigDecimal base) {
    BigDecimal quintals =
        "KG".equals(commodity.baseUnit())
            ? base.divide(KG_PER_QUINTAL, 3, RoundingMode.HALF_UP)
            : null;
    BranchChoice choice = new BranchChoice(commodity.code(), quintals);
    return branches
        .branchesOf(agreed.buyerId())
        .chain(
            ofBuyer ->
                branches
                    .branchesOf(agreed.sellerId())
                    .map(
                        ofSeller -> {
                          var shipTo = choice.shipTo(ofBuyer, body.shipToBranchId());
                          return new Trade.Addresses(
                              shipTo,
                              choice.billTo(ofBuyer, body.billToBranchId(), shipTo),
                              choice.shipFrom(ofSeller, body.shipFromBranchId()));
                        }));
  }

  private Uni<Position> openPosition(Trade trade, Side side) {
    return positions.open(
        new Position.Subject(
            Position.SubjectType.TRADE,
            trade.id(),
            trade.partyOn(side),
            side,
            trade.commodityId(),
            trade.baseUnit()),
        trade.baseQuantity(),
        trade.value(),
        trade.currency());
  }

  /**
   * @param side null for internal users
   */
  Uni<Trade> move(Trade trade, TradeStatus next, Side side, String by, String reason) {
    trade.become(next, side, by, reason, clock.instant());
    return trades.save(trade).call(this::follow);
  }

  private Uni<Void> follow(Trade trade) {
    if (trade.status().isOpen()) {
      return Uni.createFrom().voidItem();
    }
    Uni<Void> closed =
        positions
            .close(trade.id(), Side.BUY, trade.status().name())
            .chain(() -> positions.close(trade.id(), Side.SELL, trade.status().name()));
    return trade.status() == TradeStatus.CANCELLED
        ? closed
            .chain(() -> stock.giveBackSold(trade.availabilityId(), trade.reservationId()))
            .chain(() -> wishes.notBoughtAfterAll(trade.requirementId(), trade.wishQuantity()))
        : closed;
  }
}
