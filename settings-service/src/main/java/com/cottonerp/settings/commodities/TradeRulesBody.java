package com.cottonerp.settings.commodities;

import com.cottonerp.contracts.settings.v1.TradeRules;
import com.cottonerp.defaults.validation.CountryCode;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;

/**
 * The requirements for exporting or importing a commodity.
 *
 * @param licenceFreeBelow a value in the commodity's currency
 */
public record TradeRulesBody(
    boolean licenceRequired,
    @Size(max = 20) List<@NotBlank @Size(max = 50) String> licenceTypes,
    @Size(max = 250)
        List<
                @CountryCode @Pattern(regexp = "[A-Z]{2}", message = "is an ISO-2 country code")
                String>
            restrictedCountries,
    @PositiveOrZero @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal licenceFreeBelow) {

  static TradeRules published(TradeRulesBody rules) {
    return rules == null
        ? null
        : new TradeRules(
            rules.licenceRequired,
            rules.licenceTypes,
            rules.restrictedCountries,
            rules.licenceFreeBelow);
  }
}
