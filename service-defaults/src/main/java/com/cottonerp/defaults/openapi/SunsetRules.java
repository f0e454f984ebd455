package com.cottonerp.defaults.openapi;

import com.cottonerp.defaults.deprecation.SunsetDays;
import java.lang.reflect.Method;
import org.eclipse.microprofile.openapi.models.Operation;

/** What the document says of an operation that ends. */
final class SunsetRules {
  private SunsetRules() {}

  static void apply(Operation operation, Method method) {
    SunsetDays.of(method)
        .ifPresent(
            days -> {
              operation.setDeprecated(true);
              String said =
                  "Deprecated since %s; may be gone from %s on: use %s. Answers say so in"
                          .formatted(days.announced(), days.ends(), days.instead())
                      + " Deprecation, Sunset and Link.";
              String given = operation.getDescription();
              operation.setDescription(
                  given == null || given.isBlank() ? said : said + " " + given.strip());
            });
  }
}
