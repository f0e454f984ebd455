package com.cottonerp.contracts.risk.v1;

import com.cottonerp.contracts.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.UUID;

/** The exposure of a partner moved to another level. */
public record ExposureLevelChanged(
    UUID partnerId,
    String level,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal utilisation,
    Money limit,
    Money exposure)
    implements RiskEvent {}
