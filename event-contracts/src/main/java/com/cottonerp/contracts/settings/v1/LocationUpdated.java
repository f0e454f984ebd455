package com.cottonerp.contracts.settings.v1;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Facts of a place changed; the full published state. */
public record LocationUpdated(@JsonUnwrapped LocationSnapshot location) implements LocationEvent {}
