package com.cottonerp.settings.units;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A unit for trading or pricing goods, with its factor to the base unit. The factors are
 * conventions of the trade, and exact by definition.
 */
public enum Unit {
  KG("KG", "1"),
  GRAM("KG", "0.001"),
  QUINTAL("KG", "100", "QTL"),
  TON("KG", "1000", "MT"),
  CANDY("KG", "355.6222"),
  MAUND("KG", "37.324"),
  /** The 20 kg for which exchanges quote seed cotton. */
  MAUND_20KG("KG", "20", "20KG"),
  POUND("KG", "0.453592", "LB"),
  /**
   * At a rate in dollars for a hundred pounds, the figure is that of cents for one pound: 74.74
   * cents per pound are USD 74.74 for this unit.
   */
  HUNDRED_POUND("KG", "45.3592", "CENTS_PER_POUND", "100LB"),
  OUNCE("KG", "0.0283495"),
  BALE("KG", "170"),
  BAG("KG", "50"),
  BAG_JUTE("KG", "100"),
  SACK("KG", "50"),
  BOX("KG", "10"),
  CARTON("KG", "20"),
  DRUM("KG", "200"),
  METER("METER", "1"),
  CM("METER", "0.01"),
  KM("METER", "1000"),
  YARD("METER", "0.9144"),
  FOOT("METER", "0.3048"),
  INCH("METER", "0.0254"),
  LITER("LITER", "1"),
  ML("LITER", "0.001"),
  GALLON("LITER", "3.78541"),
  BARREL("LITER", "159"),
  PIECE("PIECE", "1", "PCS"),
  DOZEN("PIECE", "12"),
  GROSS("PIECE", "144"),
  BUNDLE("PIECE", "10"),
  SQ_METER("SQ_METER", "1"),
  SQ_FOOT("SQ_METER", "0.092903"),
  SQ_YARD("SQ_METER", "0.836127");

  private final String base;
  private final BigDecimal factor;
  private final List<String> aliases;

  Unit(String base, String factor, String... aliases) {
    this.base = base;
    this.factor = new BigDecimal(factor);
    this.aliases = List.of(aliases);
  }

  /** The unit with this code or alias, in upper or lower case, with or without spaces around. */
  public static Optional<Unit> named(String code) {
    String wanted = code.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(unit -> unit.name().equals(wanted) || unit.aliases.contains(wanted))
        .findFirst();
  }

  public Unit base() {
    return valueOf(base);
  }

  public boolean measuresTheSameAs(Unit other) {
    return base.equals(other.base);
  }

  /** The number of base units in this unit, for a commodity with weights of its own. */
  public BigDecimal factor(OwnWeights own) {
    return Objects.requireNonNullElse(own.of(this), factor);
  }

  List<String> aliases() {
    return aliases;
  }
}
