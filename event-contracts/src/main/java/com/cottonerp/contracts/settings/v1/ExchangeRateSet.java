package com.cottonerp.contracts.settings.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The rate of two currencies from a day on, until the day of the next one. A correction is the next
 * event of the same {@code rateId}.
 *
 * @param base one unit of it is worth {@code rate} units of {@code quote}
 * @param validFrom a day in India
 * @param source who published the rate
 */
public record ExchangeRateSet(
    UUID rateId,
    String base,
    String quote,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal rate,
    LocalDate validFrom,
    String source)
    implements SettingsEvent {}
