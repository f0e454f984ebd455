package com.cottonerp.defaults.validation;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Set;

/** The ISO 3166 code of a country that there is, as far as Java knows; null is valid. */
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Constraint(validatedBy = CountryCode.Known.class)
public @interface CountryCode {
  String message() default "is the ISO 3166 code of a country";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Says nothing of a text that is no code at all: that is for a pattern to say. */
  final class Known implements ConstraintValidator<CountryCode, String> {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    @Override
    public boolean isValid(String code, ConstraintValidatorContext context) {
      return code == null || code.length() != 2 || CODES.contains(code);
    }
  }
}
