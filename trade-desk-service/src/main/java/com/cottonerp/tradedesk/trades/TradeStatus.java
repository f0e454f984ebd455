package com.cottonerp.tradedesk.trades;

import com.cottonerp.tradedesk.posting.Side;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How far a trade is, and who may move it on: the seller sends the goods, the buyer takes them and
 * says that all is well, either may dispute, also for 15 days after that, and internal users settle
 * disputes and cancel. Deliveries in lots and claims are not told apart yet: {@link Fulfilment}
 * says how much went how far. Internal users may do all of it.
 */
public enum TradeStatus {
  ACTIVE,
  IN_TRANSIT,
  DELIVERED,
  COMPLETED,
  DISPUTED,
  CANCELLED;

  private static final Map<TradeStatus, Map<TradeStatus, Set<Side>>> MOVES =
      Map.of(
          ACTIVE,
          Map.of(
              IN_TRANSIT, Set.of(Side.SELL),
              DISPUTED, Set.of(Side.BUY, Side.SELL),
              CANCELLED, Set.of()),
          IN_TRANSIT,
          Map.of(DELIVERED, Set.of(Side.BUY), DISPUTED, Set.of(Side.BUY, Side.SELL)),
          DELIVERED,
          Map.of(COMPLETED, Set.of(Side.BUY), DISPUTED, Set.of(Side.BUY, Side.SELL)),
          DISPUTED,
          Map.of(ACTIVE, Set.of(), COMPLETED, Set.of(), CANCELLED, Set.of()),
          COMPLETED,
          Map.of(DISPUTED, Set.of(Side.BUY, Side.SELL)));

  boolean mayBecome(TradeStatus next) {
    return MOVES.getOrDefault(this, Map.of()).containsKey(next);
  }

  /** Whether a party may do it; only asked of a move that is possible. */
  boolean mayBeMovedBy(Side side, TradeStatus next) {
    return MOVES.get(this).get(next).contains(side);
  }

  /** The goods have left. */
  boolean isAfterDispatch() {
    return this == IN_TRANSIT || this == DELIVERED || this == COMPLETED;
  }

  /** The parties are still bound by it. */
  boolean isOpen() {
    return this != COMPLETED && this != CANCELLED;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
