package com.cottonerp.tradedesk.posting;

import com.cottonerp.contracts.settings.v1.QualityParameter;
import com.cottonerp.contracts.trade.v1.QualityValue;
import com.cottonerp.defaults.json.BoundedNumbers;
import com.cottonerp.defaults.problem.InvalidField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether the quality of goods is described as the commodity asks. Pure. */
public final class QualityRules {
  private QualityRules() {}

  /**
   * The values, normalised: numbers without a percent sign, words as the commodity spells them. A
   * parameter that the commodity does not know is taken as it is.
   */
  public static List<QualityValue> check(
      List<QualityParameter> parameters, Map<String, String> given) {
    Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    values.putAll(given);
    List<QualityValue> checked = new ArrayList<>();
    for (QualityParameter parameter : parameters) {
      String value = values.remove(parameter.name());
      if (value == null || value.isBlank()) {
        if (parameter.mandatory()) {
          throw invalid(parameter.name(), "is needed of this commodity");
        }
      } else {
        checked.add(new QualityValue(parameter.name(), normalised(parameter, value.strip())));
      }
    }
    values.forEach(
        (name, value) ->
            checked.add(new QualityValue(name, value.strip().toUpperCase(Locale.ROOT))));
    return List.copyOf(checked);
  }

  private static String normalised(QualityParameter parameter, String value) {
    if (parameter.type().equals("TEXT")) {
      return word(parameter, value);
    }
    BigDecimal number = number(value).orElseThrow(() -> invalid(parameter.name(), "is a number"));
    if (parameter.min() != null && number.compareTo(parameter.min()) < 0) {
      throw invalid(parameter.name(), "is not below " + parameter.min().toPlainString());
    }
    if (parameter.max() != null && number.compareTo(parameter.max()) > 0) {
      throw invalid(parameter.name(), "is not above " + parameter.max().toPlainString());
    }
    return number.toPlainString();
  }

  private static String word(QualityParameter parameter, String value) {
    if (parameter.allowed() == null || parameter.allowed().isEmpty()) {
      return value;
    }
    return parameter.allowed().stream()
        .filter(value::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(() -> invalid(parameter.name(), "is one of " + parameter.allowed()));
  }

  /** A number as people write it: {@code 4.2}, {@code 4.2 %}. */
  public static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text.replace("%", "").strip()))
          .filter(BoundedNumbers::isBounded);
    } catch (NumberFormatException word) {
      return Optional.empty();
    }
  }

  private static RuntimeException invalid(String parameter, String detail) {
    return new InvalidField("/quality/" + parameter, detail).refused();
  }
}
