package com.cottonerp.partners.brokerconsent;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether the brokerage may act on behalf of a partner.
 *
 * @param validUntil the last day, in India; null when consent is not given
 * @param evidence where the partner gave or withdrew it; null when the partner's own user did
 * @param recordedBy an opaque id
 */
public record BrokerConsentView(
    UUID partnerId,
    boolean given,
    @Nullable @Schema(description = "The last day, in India; null when consent is not given")
        LocalDate validUntil,
    @Nullable
        @Schema(
            description =
                "Where the partner gave or withdrew it; null when a user of the partner did")
        String evidence,
    @Schema(description = "An opaque id") String recordedBy,
    @Schema(description = "Whether a user of the brokerage recorded it") boolean recordedByBroker,
    Instant recordedAt) {

  static BrokerConsentView of(BrokerConsent consent) {
    return new BrokerConsentView(
        consent.partnerId(),
        consent.isGiven(),
        consent.validUntil(),
        consent.evidence(),
        consent.recordedBy(),
        consent.isRecordedByBroker(),
        consent.recordedAt());
  }
}
