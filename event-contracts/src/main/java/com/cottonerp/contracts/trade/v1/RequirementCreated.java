package com.cottonerp.contracts.trade.v1;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A buyer looks for goods. */
public record RequirementCreated(@JsonUnwrapped RequirementSnapshot requirement)
    implements RequirementEvent {}
