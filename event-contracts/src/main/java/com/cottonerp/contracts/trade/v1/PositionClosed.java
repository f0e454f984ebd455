package com.cottonerp.contracts.trade.v1;

import java.util.UUID;

/** Nothing of it is open any more. */
public record PositionClosed(UUID positionId, UUID partnerId, UUID subjectId, String reason)
    implements PositionEvent {}
