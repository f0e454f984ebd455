package com.cottonerp.tradedesk.trades;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a trade is made of. Branches are chosen where none is named: the only one that will do, or
 * the default one.
 *
 * @param billToBranchId a registration of the buyer, if it has one: the head office by default, or
 *     else where the goods go, or else the registered office
 * @param acknowledgedBindingContract must be true
 */
public record TradeBody(
    @NotNull UUID negotiationId,
    UUID shipToBranchId,
    UUID billToBranchId,
    UUID shipFromBranchId,
    @Schema(
            description =
                "An export, or a supply to a special economic zone, with payment of IGST instead of"
                    + " under a letter of undertaking")
        boolean withIgst,
    @NotNull @AssertTrue(message = "must be true: a trade binds both parties")
        Boolean acknowledgedBindingContract) {

  BranchPicks picks() {
    return new BranchPicks(shipToBranchId, billToBranchId, shipFromBranchId, withIgst);
  }
}
