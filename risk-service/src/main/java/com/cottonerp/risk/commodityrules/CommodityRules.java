package com.cottonerp.risk.commodityrules;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The rules of all commodities. */
@ApplicationScoped
public class CommodityRules implements PanacheRepositoryBase<CommodityRule, UUID> {
  /** Returns true for an unknown commodity: the strictest rule. */
  public Uni<Boolean> circularTradingBlocked(UUID commodityId) {
    return findById(commodityId).map(rule -> rule == null || rule.circularTradingBlocked());
  }
}
