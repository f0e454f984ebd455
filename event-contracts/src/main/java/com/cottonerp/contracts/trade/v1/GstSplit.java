package com.cottonerp.contracts.trade.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;

/**
 * The tax on a trade; amounts in the currency of its value.
 *
 * @param treatment INTRA_STATE, INTER_STATE, ZERO_RATED_EXPORT, EXPORT_WITH_IGST, ZERO_RATED_SEZ,
 *     SEZ_WITH_IGST, IMPORT or OUT_OF_SCOPE
 * @param stateTax what {@code sgst} is: SGST, or UTGST in a union territory without a legislature;
 *     null where there is none, and in events from before 2026-12
 * @param placeOfSupply the GST code of the state; null abroad, and in events from before 2026-12
 * @param reverseCharge whether the buyer pays the tax to the state instead of the seller; null in
 *     events from before 2026-12
 */
public record GstSplit(
    String treatment,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal ratePercent,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal cgst,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal sgst,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal igst,
    @Nullable String stateTax,
    @Nullable String placeOfSupply,
    @Nullable Boolean reverseCharge) {}
