package com.cottonerp.risk.positions;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All trades that risk knows. */
@ApplicationScoped
public class TradeHistory implements PanacheRepositoryBase<PastTrade, UUID> {
  private static final int ALL = 100;

  /**
   * How many of 100 finished trades of a partner went well; null while none is finished. A disputed
   * one did not.
   */
  public Uni<Integer> performanceOf(UUID partnerId) {
    return list("buyerId = ?1 or sellerId = ?1", partnerId)
        .map(
            trades -> {
              long well = withStatus(trades, "COMPLETED");
              long badly = withStatus(trades, "DISPUTED");
              return well + badly == 0 ? null : Math.toIntExact(ALL * well / (well + badly));
            });
  }

  private static long withStatus(List<PastTrade> trades, String status) {
    return trades.stream().filter(trade -> status.equals(trade.status)).count();
  }
}
