package com.cottonerp.contracts.trade.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A term of trade as it was when it was named. The attributes belong to some kinds only.
 *
 * @param kind trade_type, bargain_type, passing_term, weightment_term, delivery_term, payment_term
 * @param paymentPercent the percentage of the value that is due after paymentDays
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TradeTerm(
    UUID termId,
    String kind,
    String code,
    String name,
    @Nullable Boolean requiresQualityTest,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal weightDeductionPercent,
    @Nullable Boolean includesFreight,
    @Nullable Boolean includesInsurance,
    @Nullable Integer paymentDays,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal paymentPercent) {}
