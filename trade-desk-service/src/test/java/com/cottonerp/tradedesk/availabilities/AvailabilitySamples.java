package com.cottonerp.tradedesk.availabilities;

import static com.cottonerp.tradedesk.testkit.Posts.BALES;
import static com.cottonerp.tradedesk.testkit.Posts.COTTON;
import static com.cottonerp.tradedesk.testkit.Posts.NOW;
import static com.cottonerp.tradedesk.testkit.Posts.RAJKOT;
import static com.cottonerp.tradedesk.testkit.Posts.SELLER;
import static com.cottonerp.tradedesk.testkit.Posts.decimal;

import com.cottonerp.contracts.trade.v1.QualityValue;
import com.cottonerp.tradedesk.posting.ActingUser;
import com.cottonerp.tradedesk.posting.Actor;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.posting.Visibility;
import com.cottonerp.tradedesk.tradeterms.NamedTerms;
import com.cottonerp.tradedesk.verdicts.RiskStatus;
import com.cottonerp.tradedesk.verdicts.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Availabilities for pure tests: 600 bales in Rajkot, at least 100 at a time. */
public final class AvailabilitySamples {
  private AvailabilitySamples() {}

  /** On offer at 50 000 for a candy. */
  public static AvailabilityFacts active() {
    return active(DeliveryBasis.EX_GIN);
  }

  /** As {@link #active()}, the price for goods where they lie, or where they are wanted. */
  public static AvailabilityFacts active(DeliveryBasis basis) {
    return active(terms("50000.00", BALES, basis));
  }

  /** At another price, of another unit. */
  public static AvailabilityFacts active(String price, Measure measure) {
    return active(terms(price, measure));
  }

  private static AvailabilityFacts active(AvailabilityTerms terms) {
    Availability availability =
        Availability.post(
            new Availability.Posting(
                UUID.randomUUID(),
                new Actor(SELLER, new ActingUser("somebody", null)),
                COTTON,
                NOW),
            decimal("600.000"),
            terms,
            false);
    availability.take(new Verdict(RiskStatus.PASS, decimal("80"), List.of(), 1L));
    return availability.facts();
  }

  public static AvailabilityTerms terms(String price, Measure measure) {
    return terms(price, measure, DeliveryBasis.EX_GIN);
  }

  private static AvailabilityTerms terms(String price, Measure measure, DeliveryBasis basis) {
    return AvailabilityTerms.of(
        measure,
        decimal("100"),
        true,
        decimal(price),
        RAJKOT,
        null,
        false,
        List.of(new QualityValue("Staple Length", "29")),
        Visibility.PUBLIC,
        List.of(),
        basis,
        null,
        NOW.plus(Duration.ofDays(30)),
        "Shankar-6",
        "2025-26",
        NamedTerms.none());
  }
}
