package com.cottonerp.tradedesk.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.contracts.trade.v1.QualityDemand;
import com.cottonerp.contracts.trade.v1.QualityValue;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {
  @Test
  void example_11_all_parts_full_score_one_and_a_warning_costs_a_tenth_of_the_whole() {
    Weights cotton = Weights.of("cotton");

    assertThat(Scoring.total(cotton, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, false).total())
        .isEqualByComparingTo("1");
    assertThat(Scoring.total(cotton, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, true).total())
        .isEqualByComparingTo("0.8325");
  }

  @ParameterizedTest
  @CsvSource({"80, 1", "90, 1", "91.8, 0.95", "94.5, 0.85", "99, 0.70", "100, 0.60", "100.01, 0"})
  void example_12_a_price_is_as_good_as_it_is_near_the_target_of_90(String price, String score) {
    assertThat(Scoring.price(new BigDecimal(price), new BigDecimal("100"), null))
        .isEqualByComparingTo(score);
  }

  @Test
  void an_offer_whose_price_is_to_be_negotiated_scores_nothing_for_it() {
    assertThat(Scoring.price(null, BigDecimal.TEN, null)).isEqualByComparingTo("0");
  }

  @ParameterizedTest
  @CsvSource({"29, 1", "29.5, 0.75", "30, 0.50", "28, 0.50"})
  void example_13_quality_is_as_good_as_it_is_near_the_preferred(String value, String score) {
    QualityFit fit = fit(range("28", "30", "29"), value);

    assertThat(fit.score()).isEqualByComparingTo(score);
    assertThat(fit.broken()).isEmpty();
  }

  @Test
  void example_13_quality_outside_of_the_range_scores_nothing_and_is_a_gate() {
    QualityFit fit = fit(range("28", "30", "29"), "27.9");

    assertThat(fit.score()).isEqualByComparingTo("0");
    assertThat(fit.broken()).hasSize(1);
  }

  @Test
  void one_sided_bounds_and_words_are_enforced() {
    assertThat(fit(range("28", null, null), "27.9").broken()).hasSize(1);
    assertThat(fit(range("28", null, null), "28").score()).isEqualByComparingTo("1");
    assertThat(fit(range(null, "30", "29"), "28").score()).isEqualByComparingTo("0.8");
    assertThat(fit(range("29", "29", "29"), "29.1").broken()).hasSize(1);
    assertThat(fit(words("31-3"), "31-3").score()).isEqualByComparingTo("1");
    assertThat(fit(words("31-3"), "41-4").broken()).hasSize(1);
  }

  @Test
  void a_demand_that_is_not_required_counts_for_the_score_only() {
    QualityDemand nice = new QualityDemand("Staple", new BigDecimal("28"), null, null, null, false);

    assertThat(fit(nice, "27").broken()).isEmpty();
    assertThat(fit(nice, "27").score()).isEqualByComparingTo("0");
  }

  @ParameterizedTest
  @CsvSource({"GOLD, 0.70", "WHEAT, 0.50", "rice, 0.50", "OIL, 0.60", "JUTE, 0.60"})
  void example_14_every_commodity_has_its_least_score(String code, String least) {
    Weights weights = Weights.of(code);

    assertThat(weights.minimumScore()).isEqualByComparingTo(least);
    assertThat(weights.quality().add(weights.price()).add(weights.delivery()).add(weights.risk()))
        .isEqualByComparingTo("1");
  }

  @Test
  void example_15_goods_lie_within_50_km_in_the_same_state() {
    PostPlace wanted = place("24", "22.0", null);

    assertThat(PlaceFit.of(List.of(wanted), place("24", latitude(49.9), null))).isPresent();
    assertThat(PlaceFit.of(List.of(wanted), place("24", latitude(50.1), null))).isEmpty();
    assertThat(PlaceFit.of(List.of(wanted), place("27", latitude(5), null))).isEmpty();
  }

  @Test
  void the_same_city_fits_without_coordinates_and_a_border_is_crossed_by_ship() {
    assertThat(PlaceFit.of(List.of(place("24", null, "Rajkot")), place("24", null, "RAJKOT")))
        .hasValueSatisfying(fit -> assertThat(fit.location()).isEqualByComparingTo("1"));
    PostPlace abroad = new PostPlace(null, "Dhaka", null, null, null, "BD", null, null, null);
    assertThat(PlaceFit.of(List.of(abroad), place("24", "22", "Rajkot")))
        .hasValueSatisfying(fit -> assertThat(fit.location()).isEqualByComparingTo("0.5"));
  }

  // North of 22°: one degree of latitude is 6371 km × π / 180.
  private static String latitude(double km) {
    return Double.toString(22 + km / (6371 * Math.PI / 180));
  }

  private static PostPlace place(String stateCode, String latitude, String city) {
    return new PostPlace(
        null,
        city,
        null,
        stateCode,
        null,
        "IN",
        latitude == null ? null : new BigDecimal(latitude),
        latitude == null ? null : new BigDecimal("70"),
        null);
  }

  private static QualityDemand range(String min, String max, String preferred) {
    return new QualityDemand("Staple", number(min), number(max), number(preferred), null, true);
  }

  private static QualityDemand words(String... accepted) {
    return new QualityDemand("Staple", null, null, null, List.of(accepted), true);
  }

  private static BigDecimal number(String text) {
    return text == null ? null : new BigDecimal(text);
  }

  private static QualityFit fit(QualityDemand demand, String value) {
    return QualityFit.of(List.of(demand), List.of(new QualityValue("staple", value)));
  }
}
