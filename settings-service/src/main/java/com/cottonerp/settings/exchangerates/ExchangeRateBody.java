package com.cottonerp.settings.exchangerates;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.validation.CurrencyCode;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The rate of a pair of currencies from a day on.
 *
 * @param rate units of quote for one unit of base, also where the source tells it for a hundred
 */
public record ExchangeRateBody(
    @NotNull @CurrencyCode @Pattern(regexp = "[A-Z]{3}", message = "is an ISO-4217 code")
        String base,
    @NotNull @CurrencyCode @Pattern(regexp = "[A-Z]{3}", message = "is an ISO-4217 code")
        String quote,
    @NotNull
        @Positive
        @Digits(integer = 10, fraction = 8)
        @Schema(
            description =
                "Units of quote for one unit of base, also where the source tells it for a hundred")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal rate,
    @NotNull @Schema(description = "The first day in India; it holds until the next rate")
        LocalDate validFrom,
    @NotBlank
        @Size(max = 100)
        @Schema(description = "Who published it, such as FBIL reference rate")
        String source) {
  private static final LocalDate EARLIEST = LocalDate.of(1993, 3, 1);

  PairAndDay day() {
    return PairAndDay.of(base, quote, validFrom);
  }

  void check(LocalDate today) {
    fault(today)
        .ifPresent(
            fault -> {
              throw fault.refused();
            });
  }

  /**
   * What is wrong with it as a whole, once each value is valid alone. A day long ago or far ahead
   * is a slip of the pen: before March 1993 the rupee had no rate of the market.
   */
  Optional<InvalidField> fault(LocalDate today) {
    if (base.equals(quote)) {
      return Optional.of(new InvalidField("/quote", "is another currency than base"));
    }
    if (validFrom.isBefore(EARLIEST) || validFrom.isAfter(today.plusYears(1))) {
      return Optional.of(
          new InvalidField("/validFrom", "is from " + EARLIEST + " to a year from today"));
    }
    return Optional.empty();
  }
}
