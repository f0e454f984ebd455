package com.cottonerp.contracts.settings.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * The full published state of a trade term. The attributes belong to some kinds only.
 *
 * @param kind trade_type, bargain_type, passing_term, weightment_term, delivery_term, payment_term
 */
public record TradeTermSnapshot(
    UUID termId,
    String kind,
    String code,
    String name,
    @Nullable String description,
    @Nullable Boolean requiresApproval,
    @Nullable Boolean requiresQualityTest,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal weightDeductionPercent,
    @Nullable Boolean includesFreight,
    @Nullable Boolean includesInsurance,
    @Nullable Integer paymentDays,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal paymentPercent,
    boolean active) {}
