package com.cottonerp.contracts.trade.v1;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A wish to buy changed; the full state after it. */
public record RequirementUpdated(
    @JsonUnwrapped RequirementSnapshot requirement, List<PostChange> changes)
    implements RequirementEvent {}
