package com.cottonerp.tradedesk.trades;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import com.cottonerp.eventing.sql.CurrentSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All trades. */
@ApplicationScoped
class Trades extends AggregateRepository<Trade> {
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final String NEXT_NUMBER =
      """
      INSERT INTO trade_number (year, last) VALUES ($1, 1)
      ON CONFLICT (year) DO UPDATE SET last = trade_number.last + 1
      RETURNING last
      """;

  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("trade", id).refused();
  }

  Uni<Trade> ofNegotiation(UUID negotiationId) {
    return find("negotiationId", negotiationId).firstResult();
  }

  /**
   * TR-2026-00001. The row of the year stays locked until the transaction ends, so numbers have no
   * gap: take it last.
   */
  Uni<String> nextNumber(int year) {
    return CurrentSession.selectOne(NEXT_NUMBER, year)
        .map(row -> "TR-%d-%05d".formatted(year, row[0]));
  }

  /** One row more than asked for. */
  Uni<List<Trade>> ofParty(UUID partnerId, TradeStatus status, UUID after, int limit) {
    return find(
            """
            (counterparts.buyerId = ?1 or counterparts.sellerId = ?1) and id > ?2 and (status = ?3 or ?3 is null)
            order by id\
            """,
            partnerId,
            after == null ? BEFORE_ALL : after,
            status)
        .range(0, limit)
        .list();
  }

  /** One row more than asked for. */
  Uni<List<Trade>> all(TradeStatus status, UUID after, int limit) {
    return find(
            "id > ?1 and (status = ?2 or ?2 is null) order by id",
            after == null ? BEFORE_ALL : after,
            status)
        .range(0, limit)
        .list();
  }
}
