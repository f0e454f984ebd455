package com.cottonerp.partners.locations;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/** How much came in (above 0) or went out (below 0), in quintals. */
public record StockBody(
    @NotNull @Digits(integer = 12, fraction = 3) @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal delta) {}
