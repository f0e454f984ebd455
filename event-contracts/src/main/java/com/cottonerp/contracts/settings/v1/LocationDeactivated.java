package com.cottonerp.contracts.settings.v1;

import java.util.UUID;

/** The location may not be used in new posts. */
public record LocationDeactivated(UUID locationId, String name) implements LocationEvent {}
