package com.cottonerp.defaults.openapi;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Decimals travel as text, so that no reader rounds them. A schema of text cannot have bounds: the
 * sign and the places go into the pattern, the bounds into the description.
 */
final class Decimals {
  private Decimals() {}

  static void asText(Schema schema) {
    BigDecimal least =
        schema.getMinimum() == null ? schema.getExclusiveMinimum() : schema.getMinimum();
    boolean signed = least == null || least.signum() < 0;
    schema.setPattern("^%s\\d+%s$".formatted(signed ? "-?" : "", places(schema.getMultipleOf())));
    String bounds = bounds(schema);
    if (!bounds.isEmpty()) {
      String given = schema.getDescription();
      schema.setDescription(given == null || given.isBlank() ? bounds : given + ". " + bounds);
    }
    schema.setType(List.of(SchemaType.STRING));
    schema.setFormat("decimal");
    schema.setMinimum(null);
    schema.setMaximum(null);
    schema.setExclusiveMinimum(null);
    schema.setExclusiveMaximum(null);
    schema.setMultipleOf(null);
  }

  private static String places(BigDecimal step) {
    int places = step == null ? -1 : Math.max(0, step.stripTrailingZeros().scale());
    return places < 0
        ? "(\\.\\d+)?"
        : places == 0 ? "(\\.0+)?" : "(\\.\\d{1,%d}0*)?".formatted(places);
  }

  private static String bounds(Schema schema) {
    StringBuilder text = new StringBuilder();
    bound(text, "at least ", schema.getMinimum());
    bound(text, "more than ", schema.getExclusiveMinimum());
    bound(text, "at most ", schema.getMaximum());
    bound(text, "less than ", schema.getExclusiveMaximum());
    return text.isEmpty() ? "" : "A decimal, " + text;
  }

  private static void bound(StringBuilder text, String word, BigDecimal value) {
    if (value != null) {
      text.append(text.isEmpty() ? "" : ", ").append(word).append(value.toPlainString());
    }
  }
}
