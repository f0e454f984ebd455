package com.cottonerp.tradedesk.commissions;

import com.cottonerp.contracts.trade.v1.Brokerage;
import com.cottonerp.eventing.readmodels.CompleteReadModels;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Computes the brokerage on a contract. Reads only, in the caller's transaction. */
@ApplicationScoped
public class ComputeBrokerage {
  private final Commissions commissions;
  private final CompleteReadModels complete;

  ComputeBrokerage(Commissions commissions, CompleteReadModels complete) {
    this.commissions = commissions;
    this.complete = complete;
  }

  /** Null when no structure in the currency of the contract fits. */
  public Uni<Brokerage> on(ContractValue contract) {
    return complete
        .require(CommissionsProjection.NAME)
        .chain(
            () ->
                commissions.fitting(
                    contract.measure().currency(), contract.commodityId(), contract.tradeTypeId()))
        .map(found -> found == null ? null : BrokerageRules.of(found.published, contract));
  }
}
