package com.cottonerp.risk.positions;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The past trades that risk knows. */
@ApplicationScoped
public class TradeHistory implements PanacheRepositoryBase<PastTrade, UUID> {
  private static final int ALL = 100;
  private static final String COUNTED =
      """
      select count(*),
             count(case when disputed then 1 end),
             count(case when status = 'COMPLETED' then 1 end),
             count(case when status = 'COMPLETED' and not disputed then 1 end)
      from PastTrade
      where\s""";

  /**
   * The record of some trades. A trade with a dispute counts as not gone well, even if it was
   * completed.
   *
   * @param performance the percentage of finished trades that went well; null without a finished
   *     trade
   */
  public record Record(int trades, int disputed, int completed, Integer performance) {
    static Record of(Object[] counted) {
      int disputed = number(counted[1]);
      int well = number(counted[3]);
      int finished = well + disputed;
      return new Record(
          number(counted[0]),
          disputed,
          number(counted[2]),
          finished == 0 ? null : ALL * well / finished);
    }

    private static int number(Object count) {
      return Math.toIntExact((Long) count);
    }
  }

  /** The record of all trades of a partner, on both sides. */
  public Uni<Record> recordOf(UUID partnerId) {
    return record("buyerId = ?1 or sellerId = ?1", partnerId);
  }

  /** The record of the trades between two partners, on both sides. */
  public Uni<Record> recordBetween(UUID one, UUID other) {
    return record(
        "(buyerId = ?1 and sellerId = ?2) or (buyerId = ?2 and sellerId = ?1)", one, other);
  }

  // The database counts: an old partner has thousands of trades, and each post needs the record.
  private Uni<Record> record(String whose, Object... parties) {
    return find(COUNTED + whose, parties).project(Object[].class).singleResult().map(Record::of);
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
