package com.cottonerp.settings.commissions;

import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.Listing;
import com.cottonerp.defaults.lists.Order;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import com.cottonerp.eventing.sql.CurrentSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All commission structures. */
@ApplicationScoped
class CommissionStructures extends AggregateRepository<CommissionStructure> {
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

  /** Those with what is given, oldest first. */
  Listing<CommissionStructure> listing(UUID commodityId) {
    return new Listing<>(
        CommissionStructure.class,
        new Conditions().is("commodityId", commodityId),
        Order.byTime("oldest", CommissionStructure::id));
  }
}
