package com.cottonerp.contracts.settings.v1;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A place can be used from now on; the full published state. */
public record LocationCreated(@JsonUnwrapped LocationSnapshot location) implements LocationEvent {}
