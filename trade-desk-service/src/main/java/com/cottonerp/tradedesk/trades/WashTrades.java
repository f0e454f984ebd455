package com.cottonerp.tradedesk.trades;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * On one day (in India) nobody trades a commodity both ways with the same party. The first line of
 * the rule; risk, which hears of trades a moment later, is the second.
 */
@ApplicationScoped
public class WashTrades {
  private final Trades trades;
  private final Clock clock;

  WashTrades(Trades trades, Clock clock) {
    this.trades = trades;
    this.clock = clock;
  }

  /** Refuses when the parties traded the other way round today. */
  public Uni<Void> refuse(UUID buyerId, UUID sellerId, UUID commodityId) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Trade.TRADE_ZONE);
    return trades
        .opposite(buyerId, sellerId, commodityId, today)
        .onItem()
        .ifNotNull()
        .invoke(
            opposite -> {
              throw new TradeRefusal.WashTrading(opposite.number()).refused();
            })
        .replaceWithVoid();
  }
}
