package com.cottonerp.defaults.validation;

import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;
import java.util.function.Function;

/** Tells what is wrong with a value in the words of the rule that found the fault. */
final class Faults {
  private Faults() {}

  /**
   * @param text null is valid
   * @param rule what is wrong with a text; empty when nothing is. Its words hold digits and
   *     capitals of the text only, so nothing in them is interpolated
   */
  static boolean isValid(
      String text, Function<String, Optional<String>> rule, ConstraintValidatorContext context) {
    Optional<String> fault = text == null ? Optional.empty() : rule.apply(text);
    fault.ifPresent(
        words -> {
          context.disableDefaultConstraintViolation();
          context.buildConstraintViolationWithTemplate(words).addConstraintViolation();
        });
    return fault.isEmpty();
  }
}
