package com.cottonerp.tradedesk.matching;

import static com.cottonerp.tradedesk.testkit.Posts.BALES;
import static com.cottonerp.tradedesk.testkit.Posts.NOW;
import static com.cottonerp.tradedesk.testkit.Posts.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.tradedesk.availabilities.AvailabilityFacts;
import com.cottonerp.tradedesk.availabilities.AvailabilitySamples;
import com.cottonerp.tradedesk.availabilities.DeliveryBasis;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.requirements.Freight;
import com.cottonerp.tradedesk.requirements.RequirementFacts;
import com.cottonerp.tradedesk.requirements.RequirementSamples;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goods at 50 000 for a candy of 355.6 kg; wanted at 52 000 at most, 50 000 preferred. */
class LandedPriceTest {
  private static final Measure PER_QUINTAL =
      new Measure("BALE", decimal("170"), "QUINTAL", decimal("100"), "KG", "INR");

  @ParameterizedTest
  @CsvSource({
    // 2.50 for a tonne and km: 0.0025 x 355.6 x km
    "0.0025, 0, 50000.00",
    "0.0025, 100, 50088.90",
    "0.0025, 1415.313, 51258.21",
    "0.0040, 1415.313, 52013.14"
  })
  void freight_by_the_kilometre_grows_with_the_distance(String rate, String km, String landed) {
    assertThat(landed(new Freight(decimal(rate), null), DeliveryBasis.EX_GIN, decimal(km)).amount())
        .isEqualByComparingTo(landed);
  }

  @Test
  void flat_freight_is_for_one_price_unit_of_the_requirement() {
    Freight flat = new Freight(null, decimal("900.00"));

    assertThat(landed(flat, DeliveryBasis.EX_GIN, null).amount()).isEqualByComparingTo("50900.00");
    assertThat(landed(flat, DeliveryBasis.DELIVERED, null).amount()).isEqualByComparingTo("50000");
  }

  @Test
  void flat_freight_of_another_unit_is_brought_to_the_unit_of_the_price() {
    RequirementFacts perQuintal =
        RequirementSamples.active(
            PER_QUINTAL, decimal("15000.00"), new Freight(null, decimal("250.00")));
    LandedPrice landed =
        new LandedPrice(perQuintal, AvailabilitySamples.active(), decimal("100.000"));

    // 250 for 100 kg are 889 for 355.6 kg.
    assertThat(landed.amount()).isEqualByComparingTo("50889.00");
    // Times the factor of the other side: 50 000 x 100 + 250 x 355.6.
    assertThat(landed.comparable()).isEqualByComparingTo("5088900");
  }

  @Test
  void what_is_not_known_is_not_made_up() {
    Freight byKm = new Freight(decimal("0.0025"), null);

    assertThat(landed(byKm, DeliveryBasis.EX_GIN, null).amount()).isNull();
    assertThat(landed(byKm, DeliveryBasis.EX_GIN, null).comparable())
        .isEqualByComparingTo("17780000");
    assertThat(landed(null, DeliveryBasis.EX_GIN, decimal("100")).amount()).isNull();
    assertThat(landed(null, DeliveryBasis.DELIVERED, decimal("100")).amount())
        .isEqualByComparingTo("50000");
  }

  @ParameterizedTest
  @CsvSource({
    "2000.00, EX_GIN, BELOW",
    "2000.01, EX_GIN, OVER",
    "2000.01, DELIVERED, BELOW",
    "900.00, EX_GIN, BELOW"
  })
  void the_landed_price_is_what_the_budget_is_for(String freight, DeliveryBasis basis, String is) {
    RatedPair rated = rated(new Freight(null, decimal(freight)), basis);

    assertThat(rated.outcome().refusedBy()).isEqualTo(is.equals("OVER") ? Gate.OVER_BUDGET : null);
  }

  @Test
  void the_landed_price_is_scored_and_shown() {
    RatedPair near = rated(new Freight(null, decimal("900.00")), DeliveryBasis.EX_GIN);
    RatedPair delivered = rated(new Freight(null, decimal("900.00")), DeliveryBasis.DELIVERED);

    // 1.8 % above the preferred price, and right at it.
    assertThat(near.outcome().score().price()).isEqualByComparingTo("0.95");
    assertThat(delivered.outcome().score().price()).isEqualByComparingTo("1");
    assertThat(Match.propose(near, NOW).terms().landedPrice()).isEqualByComparingTo("50900.00");
    assertThat(Match.propose(near, NOW).terms().price()).isEqualByComparingTo("50000.00");
  }

  @Test
  void another_freight_proposes_an_open_match_again() {
    Match match =
        Match.propose(rated(new Freight(null, decimal("900.00")), DeliveryBasis.EX_GIN), NOW);
    RatedPair same = rated(new Freight(null, decimal("900.00")), DeliveryBasis.EX_GIN);
    RatedPair unknown = rated(null, DeliveryBasis.EX_GIN);

    assertThat(match.proposeAgain(same, NOW.plus(Duration.ofHours(1)))).isFalse();
    assertThat(match.proposeAgain(unknown, NOW.plus(Duration.ofHours(1)))).isTrue();
  }

  private static RatedPair rated(Freight freight, DeliveryBasis basis) {
    return MatchSamples.rated(wanted(freight), AvailabilitySamples.active(basis));
  }

  private static LandedPrice landed(Freight freight, DeliveryBasis basis, BigDecimal km) {
    AvailabilityFacts availability = AvailabilitySamples.active(basis);
    return new LandedPrice(wanted(freight), availability, km);
  }

  private static RequirementFacts wanted(Freight freight) {
    return RequirementSamples.active(BALES, decimal("52000.00"), freight);
  }
}
