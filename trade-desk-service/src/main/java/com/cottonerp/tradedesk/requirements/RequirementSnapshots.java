package com.cottonerp.tradedesk.requirements;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.contracts.trade.v1.RequirementSnapshot;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A requirement as its events publish it: the one place that maps it. Pure. */
final class RequirementSnapshots {
  private RequirementSnapshots() {}

  /**
   * @param brokerUser who of the brokerage posted it; null when the buyer did
   */
  static RequirementSnapshot of(RequirementFacts requirement, String brokerUser) {
    RequirementTerms terms = requirement.terms();
    Quantities quantities = terms.quantities();
    return new RequirementSnapshot(
        requirement.id(),
        requirement.buyerId(),
        requirement.commodityId(),
        firstRegistered(terms.places()),
        requirement.number(),
        terms.places(),
        terms.branchId(),
        quantities.min(),
        quantities.preferred(),
        quantities.max(),
        requirement.purchases().purchased(),
        terms.measure().quantityUnit(),
        terms.measure().base(quantities.wanted()),
        terms.measure().baseUnit(),
        terms.highestPrice(),
        terms.likedPrice(),
        terms.measure().priceUnit(),
        terms.maxPricePerBaseUnit(),
        requirement.openValue(),
        terms.quality(),
        terms.visibility().name(),
        terms.blockedInternalTrades(),
        terms.urgency().name(),
        terms.intent().name(),
        requirement.status().name(),
        terms.expiresAt(),
        brokerUser,
        terms.tradeTerms().all(),
        terms.acceptsOtherStates(),
        terms.perBaseUnitKm(),
        terms.flatFreight());
  }

  private static UUID firstRegistered(List<PostPlace> places) {
    return places.stream()
        .map(PostPlace::locationId)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
