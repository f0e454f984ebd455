package com.cottonerp.contracts.trade.v1;

import java.util.List;
import java.util.UUID;

/** A wish to buy is not open: risk refused it. */
public record RequirementBlocked(
    UUID requirementId, UUID buyerId, UUID commodityId, List<String> reasons)
    implements RequirementEvent {}
