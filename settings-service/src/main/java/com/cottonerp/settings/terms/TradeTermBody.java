package com.cottonerp.settings.terms;

import com.cottonerp.defaults.problem.InvalidField;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * The body of a new or changed term. Each attribute belongs to one kind of term.
 *
 * @param paymentPercent the percentage of the value that is due after paymentDays
 */
public record TradeTermBody(
    @NotNull TermKind kind,
    @NotNull
        @Pattern(
            regexp = "[A-Z0-9][A-Z0-9_-]{0,19}",
            message = "is up to 20 capitals, digits, dashes or underscores")
        String code,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 1000) String description,
    Boolean requiresApproval,
    Boolean requiresQualityTest,
    @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal weightDeductionPercent,
    Boolean includesFreight,
    Boolean includesInsurance,
    @Min(0) @Max(3650) Integer paymentDays,
    @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal paymentPercent) {

  /** Refuses an attribute of another kind, and a payment term without a time. */
  void check() {
    belongs(TermKind.BARGAIN_TYPE, requiresApproval, "/requiresApproval");
    belongs(TermKind.PASSING_TERM, requiresQualityTest, "/requiresQualityTest");
    belongs(TermKind.WEIGHTMENT_TERM, weightDeductionPercent, "/weightDeductionPercent");
    belongs(TermKind.DELIVERY_TERM, includesFreight, "/includesFreight");
    belongs(TermKind.DELIVERY_TERM, includesInsurance, "/includesInsurance");
    belongs(TermKind.PAYMENT_TERM, paymentDays, "/paymentDays");
    belongs(TermKind.PAYMENT_TERM, paymentPercent, "/paymentPercent");
    if (kind == TermKind.PAYMENT_TERM && paymentDays == null) {
      throw new InvalidField("/paymentDays", "is needed in a payment_term").refused();
    }
  }

  private void belongs(TermKind owner, Object value, String pointer) {
    if (value != null && kind != owner) {
      throw new InvalidField(pointer, "belongs to a %s only".formatted(owner)).refused();
    }
  }
}
