package com.cottonerp.contracts.settings.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What one direction of foreign trade asks for.
 *
 * @param licenceTypes null when none is named
 * @param restrictedCountries ISO-2 codes of countries that are closed; null when none is
 * @param licenceFreeBelow a value, in the commodity's currency, under which no licence is asked
 *     for; null: one is asked for whatever the value
 */
public record TradeRules(
    boolean licenceRequired,
    @Nullable List<String> licenceTypes,
    @Nullable List<String> restrictedCountries,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal licenceFreeBelow) {}
