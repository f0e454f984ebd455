package com.cottonerp.contracts.trade.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.UUID;

/** Risk let the pair pass; its parties may negotiate. */
public record MatchCleared(
    UUID matchId,
    UUID requirementId,
    UUID availabilityId,
    UUID buyerId,
    UUID sellerId,
    String riskStatus,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal riskScore)
    implements MatchEvent {}
