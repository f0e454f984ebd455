package com.cottonerp.contracts.trade.v1;

import com.cottonerp.contracts.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * The brokerage on a contract, as it was computed when the parties agreed.
 *
 * @param type percentage, fixed, tiered or per_unit
 * @param rate percent of the value; of percentage only
 * @param amountPerUnit of per_unit only, with the unit
 * @param buyer what the buyer pays; null when the buyer pays nothing
 * @param seller what the seller pays; null when the seller pays nothing
 */
public record Brokerage(
    UUID structureId,
    String name,
    String type,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal rate,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amountPerUnit,
    @Nullable String unit,
    @Nullable Money buyer,
    @Nullable Money seller) {}
