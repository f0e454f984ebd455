package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.contracts.trade.v1.ContractGoods;
import com.cottonerp.tradedesk.availabilities.Availability;
import com.cottonerp.tradedesk.availabilities.AvailabilityFacts;
import com.cottonerp.tradedesk.posting.Price;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.requirements.Requirement;
import com.cottonerp.tradedesk.requirements.RequirementFacts;
import com.cottonerp.tradedesk.tradeterms.NamedTerms;
import java.math.BigDecimal;
import java.time.Instant;

/** Both posts of a negotiation, as they are now. */
record NegotiatedPosts(Requirement requirement, Availability availability) {

  /** Those that the seller names, and those of the buyer of which the seller says nothing. */
  NamedTerms tradeTerms() {
    return requirement.facts().terms().tradeTerms().with(availability.facts().terms().tradeTerms());
  }

  /** What the seller says of the goods. */
  ContractGoods goods() {
    return availability.facts().terms().goods();
  }

  /** Refuses unless both may still be traded. */
  void mustBeThere(Instant now) {
    availability.facts().mustBeOnOffer(now);
    requirement.mustBeWanted();
  }

  /**
   * Refuses an offer that the posts do not allow.
   *
   * @param payer who would have it paid, and only a buyer is told the budget; null when the budget
   *     does not matter
   * @param round of the last offer
   */
  void mustAllow(BigDecimal price, BigDecimal quantity, Side payer, int round, Instant now) {
    RequirementFacts wanted = requirement.facts();
    AvailabilityFacts offered = availability.facts();
    Price.mustComeToSomething(offered.measure(), quantity, price, "/price");
    // Both sides times the factor of the other: exact where a division would not be.
    BigDecimal asked = price.multiply(wanted.measure().priceFactor());
    BigDecimal most = wanted.terms().maxPrice().multiply(offered.measure().priceFactor());
    if (payer != null && asked.compareTo(most) > 0) {
      throw (payer == Side.BUY
              ? new NegotiationRefusal.OverBudget(price, wanted.terms().maxPrice())
              : new NegotiationRefusal.OfferStandsNoMore(round))
          .refused();
    }
    offered.mustAllow(quantity, now);
    wanted.mustAllow(offered.measure().base(quantity), now);
  }

  /** What a quantity costs. */
  BigDecimal value(BigDecimal quantity, BigDecimal price) {
    return availability.facts().measure().value(quantity, price);
  }

  /** A quantity of the availability in the unit of the requirement. */
  BigDecimal inUnitOfRequirement(BigDecimal quantity) {
    return requirement.facts().inItsUnit(quantity, availability.facts().measure());
  }
}
