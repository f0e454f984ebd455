package com.cottonerp.tradedesk.posting;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cotton season, which in India goes from October to September (Cotton Corporation of India):
 * {@code 2026-27}; null is valid.
 */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = CropYear.Season.class)
public @interface CropYear {
  String message() default "is a season of two years in a row, such as 2026-27";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Two years in a row of this century. */
  final class Season implements ConstraintValidator<CropYear, String> {
    private static final Pattern FORM = Pattern.compile("20(\\d\\d)-(\\d\\d)");

    @Override
    public boolean isValid(String season, ConstraintValidatorContext context) {
      if (season == null) {
        return true;
      }
      Matcher years = FORM.matcher(season);
      return years.matches()
          && (Integer.parseInt(years.group(1)) + 1) % 100 == Integer.parseInt(years.group(2));
    }
  }
}
