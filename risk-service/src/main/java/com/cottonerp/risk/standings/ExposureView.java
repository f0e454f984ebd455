package com.cottonerp.risk.standings;

import com.cottonerp.contracts.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * How risk sees a partner, as the API shows it.
 *
 * @param exposure the value of its open trades, on both sides
 * @param available below zero when it is bound to more than its limit
 * @param utilisation in percent; above 100 when it is
 * @param factors what cost points of the score
 */
public record ExposureView(
    UUID partnerId,
    Money limit,
    Money exposure,
    Money available,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal utilisation,
    String level,
    String alert,
    int riskScore,
    String category,
    Money recommendedLimit,
    String factors,
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
