package com.cottonerp.defaults.validation;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import com.cottonerp.defaults.india.Gstin;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A GSTIN with which somebody may trade today; null is valid. The violation says what is wrong, see
 * {@link Gstin#fault}.
 */
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Constraint(validatedBy = GstinNumber.Known.class)
public @interface GstinNumber {
  String message() default "is not valid";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** See {@link Faults}. */
  final class Known implements ConstraintValidator<GstinNumber, String> {
    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      return Faults.isValid(text, Gstin::fault, context);
    }
  }
}
