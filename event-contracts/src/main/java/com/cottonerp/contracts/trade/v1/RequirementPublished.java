package com.cottonerp.contracts.trade.v1;

import java.util.UUID;

/** A wish to buy is open: risk let it pass, and it may be matched. */
public record RequirementPublished(
    UUID requirementId, UUID buyerId, UUID commodityId, String riskStatus, Integer riskScore)
    implements RequirementEvent {}
