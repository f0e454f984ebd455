package com.cottonerp.risk.positions;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** All trades that risk knows. */
@ApplicationScoped
public class TradeHistory implements PanacheRepositoryBase<PastTrade, UUID> {
  private static final int ALL = 100;

  /**
   * How the trades of somebody went. One that was disputed once did not go well, however it ended.
   *
   * @param performance how many of 100 finished trades went well; null while none is finished
   */
  public record Record(int trades, int disputed, int completed, Integer performance) {
    static Record of(List<PastTrade> trades) {
      int disputed = count(trades, trade -> trade.disputed);
      int well = count(trades, trade -> !trade.disputed && "COMPLETED".equals(trade.status));
      int completed = count(trades, trade -> "COMPLETED".equals(trade.status));
      int finished = well + disputed;
      return new Record(
          trades.size(), disputed, completed, finished == 0 ? null : ALL * well / finished);
    }

    private static int count(List<PastTrade> trades, Predicate<PastTrade> which) {
      return Math.toIntExact(trades.stream().filter(which).count());
    }
  }

  /** Of all trades of a partner, on both sides. */
  public Uni<Record> recordOf(UUID partnerId) {
    return list("buyerId = ?1 or sellerId = ?1", partnerId).map(Record::of);
  }

  /** Of the trades of two partners with each other, on both sides. */
  public Uni<Record> recordBetween(UUID one, UUID other) {
    return list("(buyerId = ?1 and sellerId = ?2) or (buyerId = ?2 and sellerId = ?1)", one, other)
        .map(Record::of);
  }

  /** The trades of a day in which the buyer sold to the seller. */
  public Uni<List<UUID>> opposite(UUID buyerId, UUID sellerId, UUID commodityId, LocalDate day) {
    return list(
            """
            buyerId = ?1 and sellerId = ?2 and commodityId = ?3 and tradeDate = ?4
            and status <> 'CANCELLED'""",
            sellerId,
            buyerId,
            commodityId,
            day)
        .map(found -> found.stream().map(trade -> trade.tradeId).toList());
  }
}
