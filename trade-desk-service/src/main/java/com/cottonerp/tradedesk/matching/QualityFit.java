package com.cottonerp.tradedesk.matching;

import com.cottonerp.contracts.trade.v1.QualityDemand;
import com.cottonerp.contracts.trade.v1.QualityValue;
import com.cottonerp.tradedesk.posting.QualityRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How well the quality of goods fits what is asked. Pure. Bounds are enforced, one-sided ones too;
 * words are taken from a list.
 *
 * @param score the mean over all demands, 1 when nothing is asked
 * @param broken the required demands that are not met, for a person
 */
record QualityFit(BigDecimal score, List<String> broken) {
  private static final int SCALE = 4;
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal NOT_THE_PREFERRED = new BigDecimal("0.8");

  static QualityFit of(List<QualityDemand> demands, List<QualityValue> values) {
    if (demands.isEmpty()) {
      return new QualityFit(BigDecimal.ONE, List.of());
    }
    BigDecimal sum = BigDecimal.ZERO;
    List<String> broken = new ArrayList<>();
    for (QualityDemand demand : demands) {
      Optional<String> value = valueOf(demand, values);
      Optional<BigDecimal> score = value.flatMap(text -> score(demand, text));
      sum = sum.add(score.orElse(BigDecimal.ZERO));
      if (score.isEmpty() && !Boolean.FALSE.equals(demand.required())) {
        broken.add(
            "%s is %s, not %s".formatted(demand.name(), value.orElse("not told"), asked(demand)));
      }
    }
    return new QualityFit(
        sum.divide(BigDecimal.valueOf(demands.size()), SCALE, RoundingMode.HALF_UP),
        List.copyOf(broken));
  }

  private static Optional<String> valueOf(QualityDemand demand, List<QualityValue> values) {
    return values.stream()
        .filter(value -> value.name().equalsIgnoreCase(demand.name()))
        .map(QualityValue::value)
        .findFirst();
  }

  /** Empty when the demand is not met. */
  private static Optional<BigDecimal> score(QualityDemand demand, String text) {
    if (demand.accepted() != null && !demand.accepted().isEmpty()) {
      return demand.accepted().stream().anyMatch(text::equalsIgnoreCase)
          ? Optional.of(BigDecimal.ONE)
          : Optional.empty();
    }
    return QualityRules.number(text)
        .filter(value -> demand.min() == null || value.compareTo(demand.min()) >= 0)
        .filter(value -> demand.max() == null || value.compareTo(demand.max()) <= 0)
        .map(value -> nearness(demand, value));
  }

  private static BigDecimal nearness(QualityDemand demand, BigDecimal value) {
    if (demand.preferred() == null || value.compareTo(demand.preferred()) == 0) {
      return BigDecimal.ONE;
    }
    if (demand.min() == null || demand.max() == null) {
      return NOT_THE_PREFERRED;
    }
    BigDecimal off =
        value
            .subtract(demand.preferred())
            .abs()
            .divide(demand.max().subtract(demand.min()), SCALE, RoundingMode.HALF_UP);
    return BigDecimal.ONE.subtract(off.min(HALF));
  }

  private static String asked(QualityDemand demand) {
    return demand.accepted() != null && !demand.accepted().isEmpty()
        ? "one of " + demand.accepted()
        : "between %s and %s".formatted(text(demand.min()), text(demand.max()));
  }

  private static String text(BigDecimal bound) {
    return bound == null ? "any" : bound.toPlainString();
  }
}
