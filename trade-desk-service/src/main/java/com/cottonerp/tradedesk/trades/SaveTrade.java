package com.cottonerp.tradedesk.trades;

import com.cottonerp.tradedesk.positions.Position;
import com.cottonerp.tradedesk.positions.Positions;
import com.cottonerp.tradedesk.posting.Side;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Saves a trade with the positions of its parties, which are open as long as it is. In the caller's
 * transaction.
 */
@ApplicationScoped
class SaveTrade {
  private final Trades trades;
  private final Positions positions;

  SaveTrade(Trades trades, Positions positions) {
    this.trades = trades;
    this.positions = positions;
  }

  /** See {@link Trades#nextNumber}. */
  Uni<String> nextNumber(int year) {
    return trades.nextNumber(year);
  }

  /** A new trade. */
  Uni<Trade> create(Trade trade) {
    return trades
        .save(trade)
        .call(() -> openPosition(trade, Side.BUY))
        .call(() -> openPosition(trade, Side.SELL));
  }

  private Uni<Position> openPosition(Trade trade, Side side) {
    return positions.open(
        new Position.Subject(
            Position.SubjectType.TRADE,
            trade.id(),
            trade.counterparts().partyOn(side),
            side,
            trade.counterparts().commodityId(),
            trade.baseUnit()),
        trade.baseQuantity(),
        trade.value());
  }

  private Uni<Void> keepPosition(Trade trade, Side side) {
    return positions.keepOpen(trade.id(), side, trade.baseQuantity(), trade.value());
  }

  /** A trade that was moved on. */
  Uni<Trade> save(Trade trade) {
    String status = trade.status().name();
    Uni<Trade> saved = trades.save(trade);
    if (trade.status() == TradeStatus.DISPUTED) {
      // It may have been completed.
      return saved
          .call(() -> keepPosition(trade, Side.BUY))
          .call(() -> keepPosition(trade, Side.SELL));
    }
    return trade.status().isOpen()
        ? saved
        : saved
            .call(() -> positions.close(trade.id(), Side.BUY, status))
            .call(() -> positions.close(trade.id(), Side.SELL, status));
  }
}
