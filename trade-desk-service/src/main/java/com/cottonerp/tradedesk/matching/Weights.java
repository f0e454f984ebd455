package com.cottonerp.tradedesk.matching;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/**
 * How much each part of a score counts, and the least score of a match, by commodity code.
 *
 * <p>The four weights add up to one.
 */
record Weights(
    BigDecimal quality,
    BigDecimal price,
    BigDecimal delivery,
    BigDecimal risk,
    BigDecimal minimumScore) {
  private static final Weights DEFAULT = of("0.40", "0.30", "0.15", "0.15", "0.60");
  private static final Weights GRAIN = of("0.35", "0.35", "0.20", "0.10", "0.50");
  private static final Map<String, Weights> BY_CODE =
      Map.of(
          "COTTON", DEFAULT,
          "GOLD", of("0.30", "0.40", "0.10", "0.20", "0.70"),
          "WHEAT", GRAIN,
          "RICE", GRAIN,
          "OIL", of("0.40", "0.35", "0.15", "0.10", "0.60"));

  /** A commodity without weights of its own has those of cotton. */
  static Weights of(String commodityCode) {
    return BY_CODE.getOrDefault(commodityCode.toUpperCase(Locale.ROOT), DEFAULT);
  }

  private static Weights of(
      String quality, String price, String delivery, String risk, String minimum) {
    return new Weights(
        new BigDecimal(quality),
        new BigDecimal(price),
        new BigDecimal(delivery),
        new BigDecimal(risk),
        new BigDecimal(minimum));
  }
}
