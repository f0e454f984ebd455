package com.cottonerp.contracts.settings.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;

/**
 * What one direction of foreign trade asks for.
 *
 * @param restrictedCountries ISO-2 codes of countries that are closed
 * @param licenceFreeBelow a value, in the commodity's currency, under which no licence is asked for
 */
public record TradeRules(
    boolean licenceRequired,
    List<String> licenceTypes,
    List<String> restrictedCountries,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal licenceFreeBelow) {}
