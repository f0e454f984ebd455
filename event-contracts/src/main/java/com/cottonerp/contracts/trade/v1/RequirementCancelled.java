package com.cottonerp.contracts.trade.v1;

import java.util.UUID;

/** The buyer withdrew it. */
public record RequirementCancelled(
    UUID requirementId, UUID buyerId, UUID commodityId, String reason)
    implements RequirementEvent {}
