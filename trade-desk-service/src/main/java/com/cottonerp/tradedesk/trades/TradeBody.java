package com.cottonerp.tradedesk.trades;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What a trade is made of. Branches are chosen where none is named: the only one that will do, or
 * the default one.
 *
 * @param billToBranchId the head office by default, or else where the goods go
 * @param acknowledgedBindingContract must be true
 */
public record TradeBody(
    @NotNull UUID negotiationId,
    UUID shipToBranchId,
    UUID billToBranchId,
    UUID shipFromBranchId,
    @NotNull @AssertTrue(message = "must be true: a trade binds both parties")
        Boolean acknowledgedBindingContract) {

  BranchPicks picks() {
    return new BranchPicks(shipToBranchId, billToBranchId, shipFromBranchId);
  }
}
