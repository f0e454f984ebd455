package com.cottonerp.contracts.trade.v1;

import java.util.List;
import java.util.UUID;

/** The pair may not trade. */
public record MatchRejected(
    UUID matchId,
    UUID requirementId,
    UUID availabilityId,
    UUID buyerId,
    UUID sellerId,
    List<String> reasons)
    implements MatchEvent {}
