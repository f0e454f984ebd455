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
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ISO 4217 code of the currency of a country of today, as far as Java knows; null is valid.
 *
 * <p>WHY of a country: ISO 4217 also has codes for no currency (XXX), for tests (XTS), for gold
 * (XAU) and for funds (CHE), and Java also has currencies of the past (DEM). No contract is paid in
 * those.
 */
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Constraint(validatedBy = CurrencyCode.Known.class)
public @interface CurrencyCode {
  String message() default "is the ISO 4217 code of the currency of a country";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Says nothing of a text that is no code at all: that is for a pattern to say. */
  final class Known implements ConstraintValidator<CurrencyCode, String> {
    private static final Set<String> CODES =
        Arrays.stream(Locale.getISOCountries())
            .map(country -> new Locale.Builder().setRegion(country).build())
            .map(Currency::getInstance)
            // Antarctica has none.
            .filter(Objects::nonNull)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public boolean isValid(String code, ConstraintValidatorContext context) {
      return code == null || code.length() != 3 || CODES.contains(code);
    }
  }
}
