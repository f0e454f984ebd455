package com.cottonerp.contracts.partners.v1;

import java.util.UUID;

/** A suspended partner may trade again. */
public record PartnerReactivated(UUID partnerId, String reason) implements PartnerStatusEvent {}
