package com.cottonerp.contracts.partners.v1;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A partner lets the brokerage post, negotiate and accept on its behalf from now on, or does so no
 * more.
 *
 * @param given whether it does
 * @param validUntil the last day of it, in India; null when it is not given
 */
public record PartnerBrokerConsentChanged(
    UUID partnerId, boolean given, @Nullable LocalDate validUntil) implements PartnerEvent {}
