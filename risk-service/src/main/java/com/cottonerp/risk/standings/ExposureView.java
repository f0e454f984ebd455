package com.cottonerp.risk.standings;

import com.cottonerp.contracts.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How risk sees a partner, as the API shows it.
 *
 * @param exposure the value of its open trades, on both sides
 * @param available below zero when it is bound to more than its limit
 * @param utilisation in percent; above 100 when it is
 * @param level GREEN, YELLOW or RED; in RED nothing new is traded
 * @param alert NONE, LOW, MEDIUM, HIGH or CRITICAL
 * @param riskScore 0 to 100, higher is safer
 * @param factors what cost points of the score; empty when nothing did
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
