package com.cottonerp.contracts.partners.v1;

import java.util.UUID;

/** The partner left for good. */
public record PartnerDeactivated(UUID partnerId, String reason) implements PartnerStatusEvent {}
