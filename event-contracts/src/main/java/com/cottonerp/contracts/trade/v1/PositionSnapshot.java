package com.cottonerp.contracts.trade.v1;

import com.cottonerp.contracts.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * What a partner has open on one side of a commodity: one for each post, and one for each party of
 * a trade.
 *
 * @param subjectType AVAILABILITY, REQUIREMENT or TRADE
 * @param subjectId the post or the trade
 * @param side BUY or SELL
 * @param openQuantity in the commodity's base unit
 */
public record PositionSnapshot(
    UUID positionId,
    UUID partnerId,
    String subjectType,
    UUID subjectId,
    String side,
    UUID commodityId,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal openQuantity,
    String baseUnit,
    Money value) {}
