package com.cottonerp.tradedesk.requirements;

import com.cottonerp.contracts.settings.v1.QualityParameter;
import com.cottonerp.contracts.trade.v1.QualityDemand;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.tradedesk.posting.QualityRules;
import com.cottonerp.tradedesk.requirements.RequirementBody.Demand;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Whether what a buyer asks of the quality makes sense for the commodity. Pure. */
final class QualityDemands {
  private QualityDemands() {}

  static List<QualityDemand> check(List<QualityParameter> parameters, List<Demand> demands) {
    if (demands == null) {
      return List.of();
    }
    return demands.stream()
        .map(demand -> check(known(parameters, demand.name()), demand, demands.indexOf(demand)))
        .toList();
  }

  private static Optional<QualityParameter> known(List<QualityParameter> parameters, String name) {
    return parameters.stream().filter(known -> known.name().equalsIgnoreCase(name)).findFirst();
  }

  private static QualityDemand check(Optional<QualityParameter> known, Demand demand, int index) {
    String pointer = "/quality/" + index;
    String name = known.map(QualityParameter::name).orElse(demand.name());
    boolean required = !Boolean.FALSE.equals(demand.required());
    boolean isText = known.map(parameter -> parameter.type().equals("TEXT")).orElse(false);
    Optional<BigDecimal> number =
        Optional.ofNullable(demand.exact()).flatMap(QualityRules::number).filter(n -> !isText);
    if (number.isPresent()) {
      BigDecimal exact = number.get();
      return new QualityDemand(name, exact, exact, exact, null, required);
    }
    List<String> words = demand.exact() == null ? demand.accepted() : List.of(demand.exact());
    if (words != null && !words.isEmpty()) {
      List<String> spelled =
          words.stream().map(word -> spelled(known, word, pointer + "/accepted")).toList();
      return new QualityDemand(name, null, null, null, spelled, required);
    }
    if (isText) {
      throw new InvalidField(pointer + "/accepted", "is needed of a parameter of words").refused();
    }
    return range(name, demand, pointer, required);
  }

  private static String spelled(Optional<QualityParameter> known, String word, String pointer) {
    List<String> allowed = known.map(QualityParameter::allowed).orElse(null);
    if (allowed == null || allowed.isEmpty()) {
      return word.strip();
    }
    return allowed.stream()
        .filter(word.strip()::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(() -> new InvalidField(pointer, "is one of " + allowed).refused());
  }

  private static QualityDemand range(String name, Demand demand, String pointer, boolean required) {
    if (demand.min() == null && demand.max() == null && demand.preferred() == null) {
      throw new InvalidField(pointer, "asks for nothing").refused();
    }
    if (demand.min() != null && demand.max() != null && demand.min().compareTo(demand.max()) > 0) {
      throw new InvalidField(pointer + "/max", "is not below min").refused();
    }
    boolean outside =
        demand.preferred() != null
            && ((demand.min() != null && demand.preferred().compareTo(demand.min()) < 0)
                || (demand.max() != null && demand.preferred().compareTo(demand.max()) > 0));
    if (outside) {
      throw new InvalidField(pointer + "/preferred", "is between min and max").refused();
    }
    return new QualityDemand(name, demand.min(), demand.max(), demand.preferred(), null, required);
  }
}
