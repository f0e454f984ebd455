package com.cottonerp.partners.partner;

import com.cottonerp.defaults.problem.InvalidField;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new credit limit, and why. */
public record CreditLimitBody(
    @NotNull @Valid Limit creditLimit, @NotBlank @Size(max = 2000) String reason) {

  /** An amount in the partner's currency. */
  @Schema(name = "CreditLimitAmount")
  public record Limit(
      @NotNull
          @DecimalMin("0")
          @Digits(integer = 18, fraction = 2)
          @JsonFormat(shape = JsonFormat.Shape.STRING)
          BigDecimal amount,
      @NotNull String currency) {

    /** Refuses another currency than the partner's. */
    public void mustBeIn(String partnersCurrency) {
      if (!partnersCurrency.equals(currency)) {
        throw new InvalidField("/creditLimit/currency", "is " + partnersCurrency).refused();
      }
    }
  }
}
