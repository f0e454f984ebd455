package com.cottonerp.tradedesk.trades;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import com.cottonerp.eventing.sql.CurrentSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All trades. */
@ApplicationScoped
class Trades extends AggregateRepository<Trade> {
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
}
