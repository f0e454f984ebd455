package com.cottonerp.tradedesk.trades;

import com.cottonerp.tradedesk.availabilities.AvailabilityFacts;
import com.cottonerp.tradedesk.availabilities.SellStock;
import com.cottonerp.tradedesk.negotiations.Negotiation;
import com.cottonerp.tradedesk.posting.Parties;
import com.cottonerp.tradedesk.posting.TwoParties;
import com.cottonerp.tradedesk.requirements.BuyForRequirement;
import com.cottonerp.tradedesk.requirements.Requirement;
import com.cottonerp.tradedesk.requirements.Requirements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * The stock of an agreement is sold and its requirement bought for. Locks the availability, then
 * the requirement, in the caller's transaction.
 */
@ApplicationScoped
class TransferGoods {
  private final SellStock selling;
  private final Requirements requirements;
  private final BuyForRequirement buying;
  private final Parties parties;

  TransferGoods(
      SellStock selling, Requirements requirements, BuyForRequirement buying, Parties parties) {
    this.selling = selling;
    this.requirements = requirements;
    this.buying = buying;
    this.parties = parties;
  }

  /** The availability, once its stock is sold. */
  Uni<AvailabilityFacts> transfer(Negotiation agreed, TwoParties both, UUID tradeId) {
    return selling
        .sell(agreed.counterparts().availabilityId(), agreed.reservationId(), tradeId)
        .map(sold -> sold.facts())
        .call(
            sold ->
                requirements
                    .getForUpdate(agreed.counterparts().requirementId())
                    .call(requirement -> mustBeCapable(both, sold, requirement))
                    .chain(
                        requirement ->
                            buying.buy(requirement, agreed.requirementQuantity(), tradeId)));
  }

  private Uni<Void> mustBeCapable(
      TwoParties both, AvailabilityFacts sold, Requirement requirement) {
    return parties.mustBeCapable(both, sold.terms().place(), requirement.facts().terms().places());
  }
}
