package com.cottonerp.settings.units;

import static com.cottonerp.settings.units.Unit.BAG;
import static com.cottonerp.settings.units.Unit.BALE;
import static com.cottonerp.settings.units.Unit.CANDY;
import static com.cottonerp.settings.units.Unit.KG;
import static com.cottonerp.settings.units.Unit.METER;
import static com.cottonerp.settings.units.Unit.QUINTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.defaults.problem.RefusedException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnitConversionTest {
  private static final UnitConversion USUAL = new UnitConversion(OwnWeights.NONE);

  @Test
  void example_18_a_hundred_candies_are_35562_22_kilograms() {
    assertThat(USUAL.toBase(number("100"), CANDY)).isEqualByComparingTo("35562.22");
  }

  @Test
  void example_18_six_hundred_bales_at_fifty_thousand_a_candy_cost_14341061_95() {
    assertThat(USUAL.toBase(number("600"), BALE)).isEqualByComparingTo("102000");
    assertThat(USUAL.amount(number("600"), BALE, number("50000"), CANDY))
        .isEqualTo(number("14341061.95"));
  }

  @Test
  void a_candy_is_not_356_kilograms() {
    assertThat(CANDY.factor(OwnWeights.NONE)).isEqualByComparingTo("355.6222");
  }

  @Test
  void the_standard_weight_of_a_commodity_takes_the_place_of_the_usual_bale_and_bag_only() {
    UnitConversion heavy = new UnitConversion(new OwnWeights(number("165"), null));

    assertThat(heavy.toBase(number("2"), BALE)).isEqualByComparingTo("330");
    assertThat(heavy.toBase(number("2"), BAG)).isEqualByComparingTo("330");
    assertThat(heavy.toBase(number("2"), QUINTAL)).isEqualByComparingTo("200");
    assertThat(heavy.toBase(number("2"), CANDY)).isEqualByComparingTo("711.2444");
  }

  @Test
  void a_commodity_may_have_a_candy_of_its_own() {
    UnitConversion exchange = new UnitConversion(new OwnWeights(null, number("355.56")));

    assertThat(exchange.toBase(number("100"), CANDY)).isEqualByComparingTo("35556");
    assertThat(exchange.amount(number("600"), BALE, number("50000"), CANDY))
        .isEqualTo(number("14343570.71"));
    assertThat(exchange.toBase(number("1"), BALE)).isEqualByComparingTo("170");
  }

  @Test
  void rupees_for_twenty_kilograms_and_cents_for_a_pound_are_rates() {
    // 25 tons of seed cotton at Rs 1 520.50 for 20 kg.
    assertThat(USUAL.amount(number("25"), Unit.TON, number("1520.50"), Unit.MAUND_20KG))
        .isEqualTo(number("1900625.00"));
    // 50 000 pounds at 74.74 cents each are 37 370 dollars.
    assertThat(USUAL.amount(number("50000"), Unit.POUND, number("74.74"), Unit.HUNDRED_POUND))
        .isEqualTo(number("37370.00"));
    assertThat(USUAL.amount(number("50000"), Unit.POUND, number("0.7474"), Unit.POUND))
        .isEqualTo(number("37370.00"));
    assertThat(Unit.named("cents_per_pound")).contains(Unit.HUNDRED_POUND);
    assertThat(Unit.named("20kg")).contains(Unit.MAUND_20KG);
  }

  @Test
  void units_have_aliases_and_their_case_does_not_matter() {
    assertThat(Unit.named(" qtl ")).contains(QUINTAL);
    assertThat(Unit.named("mt")).contains(Unit.TON);
    assertThat(Unit.named("Lb")).contains(Unit.POUND);
    assertThat(Unit.named("pcs")).contains(Unit.PIECE);
    assertThat(Unit.named("stone")).isEmpty();
  }

  @Test
  void what_measures_different_things_is_not_converted() {
    assertThatThrownBy(() -> USUAL.convert(BigDecimal.ONE, KG, METER))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("METER");
    assertThatThrownBy(() -> USUAL.amount(BigDecimal.ONE, BALE, BigDecimal.ONE, METER))
        .isInstanceOf(RefusedException.class);
  }

  static Stream<Unit> units() {
    return Arrays.stream(Unit.values());
  }

  @ParameterizedTest
  @MethodSource("units")
  void there_and_back_is_the_same_for_any_quantity(Unit from) {
    Random random = new Random(from.ordinal());
    for (Unit to : Unit.values()) {
      if (from.measuresTheSameAs(to)) {
        for (int i = 0; i < 50; i++) {
          BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(1_000_000_000), 3);
          BigDecimal back = USUAL.convert(USUAL.convert(quantity, from, to), to, from);
          assertThat(back.subtract(quantity).abs()).isLessThan(new BigDecimal("1e-20"));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("units")
  void a_base_unit_is_one_of_itself(Unit unit) {
    assertThat(unit.base().factor(OwnWeights.NONE)).isEqualByComparingTo("1");
    assertThat(unit.base().base()).isEqualTo(unit.base());
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
