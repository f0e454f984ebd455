package com.cottonerp.defaults.validation;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import com.cottonerp.defaults.india.Pan;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A PAN; null is valid. The violation says what is wrong, see {@link Pan#fault}. */
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Constraint(validatedBy = PanNumber.Known.class)
public @interface PanNumber {
  String message() default "is not valid";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** See {@link Faults}. */
  final class Known implements ConstraintValidator<PanNumber, String> {
    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      return Faults.isValid(text, Pan::fault, context);
    }
  }
}
