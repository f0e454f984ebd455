package com.cottonerp.tradedesk.trades;

import com.cottonerp.tradedesk.availabilities.GiveBackStock;
import com.cottonerp.tradedesk.posting.ActingUser;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.requirements.UndoPurchase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * A trade is moved on: sent, delivered, completed, disputed, or cancelled, which gives stock and
 * requirement back but for the goods that left. In the caller's transaction, which has locked the
 * trade.
 */
@ApplicationScoped
class MoveTrade {
  private final SaveTrade saving;
  private final GiveBackStock givingBack;
  private final UndoPurchase undoing;
  private final Clock clock;

  MoveTrade(SaveTrade saving, GiveBackStock givingBack, UndoPurchase undoing, Clock clock) {
    this.saving = saving;
    this.givingBack = givingBack;
    this.undoing = undoing;
    this.clock = clock;
  }

  /**
   * @param side null for internal users
   */
  Uni<Trade> move(Trade locked, TradeResource.Move move, Side side, ActingUser by) {
    locked.become(move.status(), side, by, move.reason(), move.quantity(), clock.instant());
    Uni<Trade> saved = saving.save(locked);
    return locked.status() == TradeStatus.CANCELLED && locked.quantityToGiveBack().signum() > 0
        ? saved
            .call(
                () ->
                    givingBack.giveBack(
                        locked.counterparts().availabilityId(),
                        locked.reservationId(),
                        locked.quantityToGiveBack()))
            .call(
                () ->
                    undoing.undo(
                        locked.counterparts().requirementId(),
                        locked.requirementQuantityToGiveBack()))
        : saved;
  }
}
