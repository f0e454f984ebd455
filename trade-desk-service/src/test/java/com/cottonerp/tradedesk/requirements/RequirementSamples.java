package com.cottonerp.tradedesk.requirements;

import static com.cottonerp.tradedesk.testkit.Posts.BALES;
import static com.cottonerp.tradedesk.testkit.Posts.BUYER;
import static com.cottonerp.tradedesk.testkit.Posts.COTTON;
import static com.cottonerp.tradedesk.testkit.Posts.NOW;
import static com.cottonerp.tradedesk.testkit.Posts.RAJKOT;
import static com.cottonerp.tradedesk.testkit.Posts.decimal;

import com.cottonerp.contracts.trade.v1.QualityDemand;
import com.cottonerp.tradedesk.posting.Actor;
import com.cottonerp.tradedesk.posting.Visibility;
import com.cottonerp.tradedesk.tradeterms.NamedTerms;
import com.cottonerp.tradedesk.verdicts.RiskStatus;
import com.cottonerp.tradedesk.verdicts.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Requirements for pure tests: 100 to 600 bales, 500 preferred, delivered to Rajkot. */
public final class RequirementSamples {
  private RequirementSamples() {}

  /** Wanted at 52 000 for a candy at most, 50 000 preferred. */
  public static RequirementFacts active() {
    Requirement requirement = posted(true);
    requirement.take(new Verdict(RiskStatus.PASS, decimal("80"), List.of(), 1L));
    return requirement.facts();
  }

  static Requirement posted(boolean publish) {
    return Requirement.post(
        new Requirement.Posting(UUID.randomUUID(), new Actor(BUYER, "somebody", null), COTTON, NOW),
        "REQ-2026-000001",
        terms("52000.00"),
        publish);
  }

  static RequirementTerms terms(String maxPrice) {
    return RequirementTerms.of(
        BALES,
        Quantities.of(decimal("100"), decimal("500"), decimal("600")),
        decimal(maxPrice),
        decimal("50000.00"),
        List.of(RAJKOT),
        null,
        true,
        List.of(
            new QualityDemand(
                "Staple Length", decimal("28"), decimal("30"), decimal("29"), null, true)),
        Visibility.PUBLIC,
        List.of(),
        Urgency.NORMAL,
        Intent.NEGOTIATION,
        null,
        NOW.plus(Duration.ofDays(30)),
        NamedTerms.none());
  }
}
