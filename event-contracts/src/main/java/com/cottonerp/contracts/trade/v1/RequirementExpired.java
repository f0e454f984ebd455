package com.cottonerp.contracts.trade.v1;

import java.util.UUID;

/** Nobody offered in time. */
public record RequirementExpired(UUID requirementId, UUID buyerId, UUID commodityId)
    implements RequirementEvent {}
