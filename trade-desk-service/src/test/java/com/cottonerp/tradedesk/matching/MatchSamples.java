package com.cottonerp.tradedesk.matching;

import static com.cottonerp.tradedesk.testkit.Posts.BUYER;
import static com.cottonerp.tradedesk.testkit.Posts.NOW;
import static com.cottonerp.tradedesk.testkit.Posts.SELLER;
import static com.cottonerp.tradedesk.testkit.Posts.decimal;

import com.cottonerp.contracts.partners.v1.Capabilities;
import com.cottonerp.tradedesk.availabilities.AvailabilityFacts;
import com.cottonerp.tradedesk.availabilities.AvailabilitySamples;
import com.cottonerp.tradedesk.partnerdirectory.PartnerFacts;
import com.cottonerp.tradedesk.requirements.RequirementFacts;
import com.cottonerp.tradedesk.requirements.RequirementSamples;
import com.cottonerp.tradedesk.verdicts.RiskStatus;
import com.cottonerp.tradedesk.verdicts.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Pairs and matches for pure tests: two Indian partners, cotton in Rajkot. */
public final class MatchSamples {
  private MatchSamples() {}

  static RatedPair rated() {
    return rated(RequirementSamples.active(), AvailabilitySamples.active());
  }

  static RatedPair rated(RequirementFacts requirement, AvailabilityFacts availability) {
    Pair pair = new Pair(requirement, availability, partner(BUYER), partner(SELLER));
    return new RatedPair(pair, pair.rate(Weights.of("COTTON"), NOW, false));
  }

  /** Cleared by risk. */
  public static Match cleared() {
    Match match = Match.propose(rated(), NOW);
    match.take(new Verdict(RiskStatus.PASS, decimal("80"), List.of(), 1L));
    return match;
  }

  private static PartnerFacts partner(UUID id) {
    return new PartnerFacts(
        id,
        "Partner " + id,
        "business_entity",
        "IN",
        "approved",
        "verified",
        LocalDate.parse("2027-01-01"),
        new Capabilities(true, true, true, true, false, false),
        "tax-key-" + id,
        null,
        null,
        "Gujarat",
        null);
  }
}
