package com.cottonerp.tradedesk.requirements;

import static com.cottonerp.tradedesk.testkit.Posts.BALES;
import static com.cottonerp.tradedesk.testkit.Posts.BUYER;
import static com.cottonerp.tradedesk.testkit.Posts.COTTON;
import static com.cottonerp.tradedesk.testkit.Posts.NOW;
import static com.cottonerp.tradedesk.testkit.Posts.RAJKOT;
import static com.cottonerp.tradedesk.testkit.Posts.decimal;

import com.cottonerp.contracts.trade.v1.QualityDemand;
import com.cottonerp.tradedesk.posting.ActingUser;
import com.cottonerp.tradedesk.posting.Actor;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.posting.Visibility;
import com.cottonerp.tradedesk.tradeterms.NamedTerms;
import com.cottonerp.tradedesk.verdicts.RiskStatus;
import com.cottonerp.tradedesk.verdicts.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Requirements for pure tests: 100 to 600 bales, 500 preferred, delivered to Rajkot. */
public final class RequirementSamples {
  private static final Quantities WANTED =
      Quantities.of(decimal("100"), decimal("500"), decimal("600"), null);

  private RequirementSamples() {}

  /** Wanted at 52 000 for a candy at most, 50 000 preferred. */
  public static RequirementFacts active() {
    return passed(posted(true));
  }

  /** Of other units, at another price, with freight; the preferred price is 50 000. */
  public static RequirementFacts active(Measure measure, BigDecimal maxPrice, Freight freight) {
    return passed(posted(terms(measure, WANTED, maxPrice, freight), true));
  }

  private static RequirementFacts passed(Requirement requirement) {
    requirement.take(new Verdict(RiskStatus.PASS, decimal("80"), List.of(), 1L));
    return requirement.facts();
  }

  static Requirement posted(boolean publish) {
    return posted(terms("52000.00"), publish);
  }

  /** 100 bales with a tolerance in percent, open. */
  static Requirement hundred(String tolerancePercent) {
    Quantities hundred =
        Quantities.of(decimal("100"), null, decimal("100"), decimal(tolerancePercent));
    Requirement requirement = posted(terms(BALES, hundred, decimal("52000.00"), null), true);
    passed(requirement);
    return requirement;
  }

  private static Requirement posted(RequirementTerms terms, boolean publish) {
    return Requirement.post(
        new Requirement.Posting(
            UUID.randomUUID(), new Actor(BUYER, new ActingUser("somebody", null)), COTTON, NOW),
        "REQ-2026-000001",
        terms,
        publish);
  }

  static RequirementTerms terms(String maxPrice) {
    return terms(BALES, WANTED, decimal(maxPrice), null);
  }

  private static RequirementTerms terms(
      Measure measure, Quantities quantities, BigDecimal maxPrice, Freight freight) {
    return RequirementTerms.of(
        measure,
        quantities,
        maxPrice,
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
        false,
        freight,
        null,
        NOW.plus(Duration.ofDays(30)),
        NamedTerms.none());
  }
}
