package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.contracts.trade.v1.QualityValue;
import com.cottonerp.defaults.text.Names;
import com.cottonerp.tradedesk.posting.CropYear;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.posting.PlaceBody;
import com.cottonerp.tradedesk.posting.Price;
import com.cottonerp.tradedesk.posting.Visibility;
import com.cottonerp.tradedesk.tradeterms.NamedTerms;
import com.cottonerp.tradedesk.tradeterms.TermsBody;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a new or changed availability. Units are the commodity's: quantities in its trade
 * unit, the price for one of its rate unit, in its currency.
 *
 * @param price null = to be negotiated
 * @param quality by the name of the parameter
 * @param restrictedBuyers who sees a RESTRICTED availability
 * @param tradeTerms on which the seller wants to sell
 * @param expiresAt two years from now at most; left out, 30 days from the first post
 */
public record AvailabilityBody(
    @NotNull UUID commodityId,
    @NotNull @Valid PlaceBody place,
    @NotNull
        @Positive
        @Digits(integer = 12, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal totalQuantity,
    @Positive @Digits(integer = 12, fraction = 3) @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal minOrderQuantity,
    Boolean partialOrders,
    @Positive @Digits(integer = 13, fraction = 4) @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal price,
    @NotEmpty @Size(max = 50) Map<@NotNull String, @NotNull @Size(max = 200) String> quality,
    Visibility visibility,
    @Size(max = 200) List<@NotNull UUID> restrictedBuyers,
    UUID branchId,
    boolean blockedForBranches,
    @Nullable
        @Schema(
            description =
                "Whether the price is for goods where they lie (ex_gin) or where the buyer wants them"
                    + " (delivered). Left out, the delivery term says it by its freight; ex_gin"
                    + " without one")
        DeliveryBasis deliveryBasis,
    @Size(max = 2000) String notes,
    @Future Instant expiresAt,
    @Size(max = 100) String variety,
    @Schema(description = "The season from October to September, such as 2026-27") @CropYear
        String cropYear,
    @Valid TermsBody tradeTerms) {

  /** The total in the scale in which stock is kept. */
  BigDecimal total() {
    return totalQuantity.setScale(Stock.SCALE);
  }

  /**
   * @param expiresUnlessSaid when it ends if the body does not say
   */
  AvailabilityTerms toTerms(
      Measure measure,
      PostPlace where,
      List<QualityValue> values,
      NamedTerms tradeTerms,
      Instant expiresUnlessSaid) {
    return AvailabilityTerms.of(
        measure,
        minOrderQuantity,
        !Boolean.FALSE.equals(partialOrders),
        Price.written(price),
        where,
        branchId,
        blockedForBranches,
        values,
        visibility == null ? Visibility.PUBLIC : visibility,
        restrictedBuyers == null ? List.of() : restrictedBuyers,
        DeliveryBasis.of(deliveryBasis, tradeTerms),
        notes,
        expiresAt == null ? expiresUnlessSaid : expiresAt,
        Names.normalised(variety),
        cropYear,
        tradeTerms);
  }
}
