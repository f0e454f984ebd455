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

  /**
   * One row more than the limit, so that the caller knows whether there is a next page.
   *
   * @param party the partner whose trades these are; null for the trades of every partner
   */
  Uni<List<Trade>> find(TradeFilter filter, UUID party) {
    TradeFilter.Query query = filter.query(party);
    return find(query.text(), query.parameters()).range(0, filter.limit()).list();
  }
}
