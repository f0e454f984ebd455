package com.cottonerp.risk.standings;

import com.cottonerp.contracts.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A partner's standing in the API.
 *
 * @param exposure the value of the partner's open trades, on both sides
 * @param available below zero when the exposure is above the limit
 * @param utilisation in percent; above 100 when the exposure is above the limit
 * @param level GREEN, YELLOW or RED; in RED the partner begins no new trade
 * @param alert NONE, LOW, MEDIUM, HIGH or CRITICAL
 * @param riskScore 0 to 100, higher is safer
 * @param factors the rules that lowered the score; empty when no rule did
 */
public record ExposureView(
    UUID partnerId,
    Money limit,
    @Schema(description = "The value of its open trades, on both sides") Money exposure,
    @Schema(description = "Below zero when it is bound to more than its limit") Money available,
    @Schema(description = "In percent") @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal utilisation,
    @Schema(description = "GREEN, YELLOW or RED; in RED nothing new is traded") String level,
    @Schema(description = "NONE, LOW, MEDIUM, HIGH or CRITICAL") String alert,
    @Schema(description = "0 to 100, higher is safer") int riskScore,
    String category,
    Money recommendedLimit,
    @Schema(description = "What cost points; empty when nothing did") String factors,
    Instant assessedAt) {

  static ExposureView of(PartnerRiskProfile profile) {
    ExposureLevel now = ExposureLevel.of(profile.exposure(), profile.limit());
    return new ExposureView(
        profile.partnerId(),
        new Money(profile.limit(), profile.currency()),
        new Money(profile.exposure(), profile.currency()),
        new Money(profile.limit().subtract(profile.exposure()), profile.currency()),
        profile.utilisation(),
        profile.level(),
        now.alert(),
        profile.riskScore(),
        profile.category(),
        new Money(profile.recommendedLimit(), profile.currency()),
        profile.factors(),
        profile.assessedAt());
  }
}
