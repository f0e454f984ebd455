package com.cottonerp.contracts.trade.v1;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** Price, quantity, visibility or quality of an offer changed; the full state after it. */
public record AvailabilityUpdated(
    @JsonUnwrapped AvailabilitySnapshot availability, List<PostChange> changes)
    implements AvailabilityEvent {}
