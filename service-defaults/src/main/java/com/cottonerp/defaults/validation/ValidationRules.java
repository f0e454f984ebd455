package com.cottonerp.defaults.validation;

import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.defaults.text.Names;
import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;

/**
 * What Jakarta Validation leaves open. {@link NotBlank} means what a person sees: a text of blanks
 * without width is as blank as one of spaces. Today is the day of the business. WHY for all of
 * them: no field can be forgotten.
 */
@ApplicationScoped
public class ValidationRules implements ValidatorFactoryCustomizer {
  @Override
  public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
    ConstraintMapping mapping = configuration.createConstraintMapping();
    mapping
        .constraintDefinition(NotBlank.class)
        .includeExistingValidators(false)
        .validatedBy(Visible.class);
    configuration.addMapping(mapping);
    configuration.clockProvider(BusinessDay::clock);
  }

  /** Null is refused, too, as the constraint says. */
  public static final class Visible implements ConstraintValidator<NotBlank, CharSequence> {
    @Override
    public boolean isValid(CharSequence text, ConstraintValidatorContext context) {
      return text != null && Names.isVisible(text);
    }
  }
}
