package com.cottonerp.settings.commodities;

import com.cottonerp.contracts.settings.v1.QualityParameter;
import com.cottonerp.defaults.problem.InvalidField;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A quality parameter of a commodity, with its bounds. */
public record Parameter(
    @NotBlank @Size(max = 100) String name,
    @NotNull ParameterType type,
    @Size(max = 20) String unit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal min,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal max,
    @Size(max = 50) List<@NotBlank @Size(max = 50) String> allowed,
    boolean mandatory) {

  /** Refuses bounds and lists that do not fit the type, and duplicate names. */
  static void check(List<Parameter> parameters) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      String at = "/parameters/" + i;
      if (!names.add(parameter.name.strip().toLowerCase(Locale.ROOT))) {
        throw new InvalidField(at + "/name", "comes twice").refused();
      }
      parameter.check(at);
    }
  }

  private void check(String at) {
    boolean listed = allowed != null && !allowed.isEmpty();
    if (type == ParameterType.TEXT) {
      refuseWhen(min != null || max != null, at + "/min", "is for numbers only");
      refuseWhen(!listed, at + "/allowed", "lists the words that a TEXT may be");
    } else {
      refuseWhen(listed, at + "/allowed", "is for TEXT only");
      refuseWhen(
          type == ParameterType.RANGE && (min == null || max == null),
          at + "/max",
          "is needed, like min, for a RANGE");
      refuseWhen(
          min != null && max != null && min.compareTo(max) >= 0, at + "/max", "is above min");
    }
  }

  private static void refuseWhen(boolean wrong, String pointer, String detail) {
    if (wrong) {
      throw new InvalidField(pointer, detail).refused();
    }
  }

  QualityParameter published() {
    return new QualityParameter(name, type.name(), unit, min, max, allowed, mandatory);
  }
}
