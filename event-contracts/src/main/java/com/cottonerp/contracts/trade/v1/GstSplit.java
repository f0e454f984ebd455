package com.cottonerp.contracts.trade.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * The tax on a trade; amounts in the currency of its value.
 *
 * @param treatment INTRA_STATE, INTER_STATE, ZERO_RATED_EXPORT, IMPORT or OUT_OF_SCOPE
 */
public record GstSplit(
    String treatment,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal ratePercent,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal cgst,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal sgst,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal igst) {}
