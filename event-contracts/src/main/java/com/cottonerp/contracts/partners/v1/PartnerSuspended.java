package com.cottonerp.contracts.partners.v1;

import java.util.UUID;

/** The partner may not trade until it is reactivated. */
public record PartnerSuspended(UUID partnerId, String reason) implements PartnerStatusEvent {}
