package com.cottonerp.tradedesk.washtrades;

import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.eventing.sql.CurrentSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/**
 * On one day (in India) a partner does not buy and sell a commodity with the same party. The first
 * line of the rule; risk, which hears of trades a moment later, is the second. Reads only, in the
 * caller's transaction.
 */
@ApplicationScoped
public class WashTrades {
  private static final String OPPOSITE =
      """
      SELECT number FROM trade
      WHERE buyer_id = $1 AND seller_id = $2 AND commodity_id = $3 AND trade_date = $4
        AND status <> 'CANCELLED'
      LIMIT 1
      """;

  private final Clock clock;

  WashTrades(Clock clock) {
    this.clock = clock;
  }

  /** Refuses when the parties traded the other way round today. */
  public Uni<Void> refuse(UUID buyerId, UUID sellerId, UUID commodityId) {
    return CurrentSession.selectOne(
            OPPOSITE, sellerId, buyerId, commodityId, BusinessDay.of(clock.instant()))
        .onItem()
        .ifNotNull()
        .invoke(
            opposite -> {
              throw new WashTrading((String) opposite[0]).refused();
            })
        .replaceWithVoid();
  }
}
