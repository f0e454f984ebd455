package com.cottonerp.tradedesk.trades;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.Brokerage;
import com.cottonerp.tradedesk.posting.Side;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The brokerage on a trade as a party sees it: what the other one pays is not told.
 *
 * @param rate percent of the value
 * @param amountPerUnit for one unit
 */
@Schema(name = "BrokerageView")
public record BrokerageView(
    String name,
    @Schema(description = "percentage, fixed, tiered or per_unit") String type,
    @Nullable
        @Schema(description = "Percent of the value; null unless it is a percentage")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal rate,
    @Nullable
        @Schema(description = "For one unit; null unless it is per unit")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal amountPerUnit,
    @Nullable @Schema(description = "Such as BALE or CANDY; null unless it is per unit")
        String unit,
    @Nullable
        @Schema(description = "What the buyer pays; null when it pays nothing, and for the seller")
        Money buyer,
    @Nullable
        @Schema(description = "What the seller pays; null when it pays nothing, and for the buyer")
        Money seller) {

  /**
   * Null when the viewer pays nothing.
   *
   * @param brokerage null when there is none
   * @param viewer null for internal users
   */
  static BrokerageView of(Brokerage brokerage, Side viewer) {
    if (brokerage == null) {
      return null;
    }
    Money buyer = viewer == Side.SELL ? null : brokerage.buyer();
    Money seller = viewer == Side.BUY ? null : brokerage.seller();
    return buyer == null && seller == null
        ? null
        : new BrokerageView(
            brokerage.name(),
            brokerage.type(),
            brokerage.rate(),
            brokerage.amountPerUnit(),
            brokerage.unit(),
            buyer,
            seller);
  }
}
