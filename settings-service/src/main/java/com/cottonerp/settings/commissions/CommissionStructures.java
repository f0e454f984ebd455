package com.cottonerp.settings.commissions;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import com.cottonerp.eventing.sql.CurrentSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All commission structures. */
@ApplicationScoped
class CommissionStructures extends AggregateRepository<CommissionStructure> {
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final String KNOWN =
      """
      SELECT ($1::uuid IS NULL
              OR EXISTS (SELECT FROM commodity WHERE id = $1 AND deleted_at IS NULL))
         AND ($2::uuid IS NULL
              OR EXISTS (SELECT FROM trade_term WHERE id = $2 AND kind = 'TRADE_TYPE'))
      """;

  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("commission", id).refused();
  }

  Uni<Void> refuseUnknown(CommissionBody body) {
    return CurrentSession.selectOne(KNOWN, body.commodityId(), body.tradeTypeId())
        .invoke(
            known -> {
              if (!(Boolean) known[0]) {
                throw new CommissionRefusal.UnknownCommodityOrTradeType(
                        body.commodityId(), body.tradeTypeId())
                    .refused();
              }
            })
        .replaceWithVoid();
  }

  /** Returns one row more than the limit, so that the caller sees whether there is a next page. */
  Uni<List<CommissionStructure>> find(UUID commodityId, UUID after, int limit) {
    StringBuilder query = new StringBuilder("id > :after");
    Map<String, Object> parameters =
        new HashMap<>(Map.of("after", after == null ? BEFORE_ALL : after));
    if (commodityId != null) {
      query.append(" and commodityId = :commodityId");
      parameters.put("commodityId", commodityId);
    }
    return find(query.toString(), Sort.by("id"), parameters).range(0, limit).list();
  }
}
