package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.partners.applicant.Applicant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a decision. */
public record DecisionBody(
    @NotNull Verdict decision,
    @Size(max = 2000) String notes,
    @Valid CreditLimit creditLimit,
    Integer paymentTermsDays) {
  private static final Set<Integer> PAYMENT_TERMS = Set.of(0, 15, 30, 45);

  /** What can be decided. */
  @Schema(name = "ApplicationVerdict")
  public enum Verdict {
    APPROVE,
    REJECT,
    REQUEST_INFO;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** An amount in the applicant's currency. */
  public record CreditLimit(
      @NotNull @DecimalMin("0") @Digits(integer = 18, fraction = 2) BigDecimal amount,
      @NotNull @Pattern(regexp = "[A-Z]{3}", message = "is an ISO 4217 code of three letters")
          String currency) {}

  void check(Applicant applicant) {
    if (paymentTermsDays != null && !PAYMENT_TERMS.contains(paymentTermsDays)) {
      throw new InvalidField("/paymentTermsDays", "is one of 0, 15, 30, 45").refused();
    }
    if (creditLimit != null && !creditLimit.currency().equals(applicant.currency())) {
      throw new InvalidField(
              "/creditLimit/currency", "is the applicant's currency, " + applicant.currency())
          .refused();
    }
    if (decision != Verdict.APPROVE && (notes == null || notes.isBlank())) {
      throw new InvalidField("/notes", "says why").refused();
    }
  }

  PartnerConversion.Terms terms(String approver) {
    return new PartnerConversion.Terms(
        approver, notes, creditLimit == null ? null : creditLimit.amount(), paymentTermsDays);
  }
}
