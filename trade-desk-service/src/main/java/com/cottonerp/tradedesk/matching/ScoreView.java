package com.cottonerp.tradedesk.matching;

import com.cottonerp.contracts.trade.v1.MatchScore;
import com.cottonerp.tradedesk.posting.Side;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A score as one reader may see it, each part from 0 to 1.
 *
 * <p>Parts that would tell one party of the other's secrets are left out, and so is their share of
 * the total: the price tells a seller the budget and the target of the buyer, the risk tells either
 * party that risk warns of the other one.
 *
 * @param total the weighted mean of the parts that are shown
 * @param price left out for the seller
 * @param risk left out for both parties
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScoreView(
    @Schema(description = "0 to 1: the weighted mean of the parts that are shown")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal total,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quality,
    @Nullable
        @Schema(description = "Left out for the seller")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal price,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal delivery,
    @Nullable
        @Schema(description = "Left out for both parties")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal risk) {
  private static final int SCALE = 4;

  /** For internal users. */
  static ScoreView all(MatchScore score) {
    return new ScoreView(
        score.total(), score.quality(), score.price(), score.delivery(), score.risk());
  }

  static ScoreView of(MatchScore score, Side reader, Weights weights) {
    BigDecimal weight = weights.quality().add(weights.delivery());
    BigDecimal sum =
        weights
            .quality()
            .multiply(score.quality())
            .add(weights.delivery().multiply(score.delivery()));
    BigDecimal price = reader == Side.BUY ? score.price() : null;
    if (price != null) {
      weight = weight.add(weights.price());
      sum = sum.add(weights.price().multiply(price));
    }
    BigDecimal total = sum.divide(weight, SCALE, RoundingMode.HALF_UP);
    return new ScoreView(total, score.quality(), price, score.delivery(), null);
  }
}
