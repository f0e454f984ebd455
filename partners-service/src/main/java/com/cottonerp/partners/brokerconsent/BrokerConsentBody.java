package com.cottonerp.partners.brokerconsent;

import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a consent.
 *
 * @param validUntil the last day, in India; a year from today at most
 * @param evidence where the partner gave it; a user of the brokerage has to say
 */
public record BrokerConsentBody(
    @Schema(description = "The last day, in India; a year from today at most")
        @NotNull
        @FutureOrPresent
        LocalDate validUntil,
    @Schema(
            description =
                "Where the partner gave it, such as the date and number of a letter; needed from a"
                    + " user of the brokerage")
        @Size(max = 500)
        String evidence) {

  /** The body of a withdrawal. */
  @Schema(name = "BrokerConsentWithdrawal")
  public record Withdrawal(@NotBlank @Size(max = 500) String reason) {}
}
