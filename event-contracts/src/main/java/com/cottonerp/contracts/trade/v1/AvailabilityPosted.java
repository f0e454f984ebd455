package com.cottonerp.contracts.trade.v1;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A seller offers stock; it waits for risk. */
public record AvailabilityPosted(@JsonUnwrapped AvailabilitySnapshot availability)
    implements AvailabilityEvent {}
