package com.cottonerp.tradedesk.trades;

import com.cottonerp.tradedesk.commoditycatalog.CatalogEntry;
import com.cottonerp.tradedesk.matching.CloseMatch;
import com.cottonerp.tradedesk.negotiations.Negotiation;
import com.cottonerp.tradedesk.posting.Parties;
import com.cottonerp.tradedesk.posting.PostContext;
import com.cottonerp.tradedesk.posting.TwoParties;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Looks at an agreement again before a trade is made of it, since much may have happened: the
 * parties, risk, and whether there is a trade already. In the caller's transaction.
 */
@ApplicationScoped
class ReviewAgreement {
  private final Trades trades;
  private final Parties parties;
  private final CloseMatch closing;
  private final PostContext context;

  ReviewAgreement(Trades trades, Parties parties, CloseMatch closing, PostContext context) {
    this.trades = trades;
    this.parties = parties;
    this.closing = closing;
    this.context = context;
  }

  /** The commodity, for which there is a tax rate. What is left of the posts may match again. */
  Uni<CatalogEntry> review(Negotiation agreed, TwoParties both) {
    agreed.mustBeAccepted();
    return refuseSecond(agreed)
        .chain(() -> parties.mustBeAllowed(both))
        .chain(() -> closing.forTrade(agreed.matchId()))
        .chain(() -> context.commodity(agreed.counterparts().commodityId()))
        .invoke(ReviewAgreement::mustHaveGstRate);
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

  private static void mustHaveGstRate(CatalogEntry commodity) {
    if (commodity.gstRate() == null) {
      throw new TradeRefusal.GstRateMissing(commodity.commodityId()).refused();
    }
  }
}
