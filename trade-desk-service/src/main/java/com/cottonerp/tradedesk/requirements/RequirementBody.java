package com.cottonerp.tradedesk.requirements;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.contracts.trade.v1.QualityDemand;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a new or changed requirement. Units are the commodity's: quantities in its trade
 * unit, prices for one of its rate unit, in its currency.
 *
 * @param places where the goods are wanted; any of them will do
 * @param preferredQuantity between min and max; min by default
 * @param maxPrice the most that is paid for one unit
 * @param invitedSellers who sees a RESTRICTED requirement
 * @param blockedInternalTrades true by default: not from the buyer's own branch
 * @param publish false keeps it a draft once risk let it pass
 * @param tradeTerms on which the buyer wants to buy
 * @param expiresAt two years from now at most; left out, 30 days from the first post
 */
public record RequirementBody(
    @NotNull UUID commodityId,
    @NotEmpty @Size(max = 10) List<@NotNull @Valid PlaceBody> places,
    @NotNull
        @Positive
        @Digits(integer = 12, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal minQuantity,
    @Positive @Digits(integer = 12, fraction = 3) @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal preferredQuantity,
    @NotNull
        @Positive
        @Digits(integer = 12, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal maxQuantity,
    @NotNull
        @Positive
        @Digits(integer = 13, fraction = 4)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal maxPrice,
    @Positive @Digits(integer = 13, fraction = 4) @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal preferredPrice,
    @Size(max = 50) List<@NotNull @Valid Demand> quality,
    Visibility visibility,
    @Size(max = 200) List<@NotNull UUID> invitedSellers,
    UUID branchId,
    Boolean blockedInternalTrades,
    Urgency urgency,
    Intent intent,
    Boolean publish,
    @Nullable
        @Schema(
            description =
                "Whether goods may lie in other states than the places; false by default. A"
                    + " maxDistanceKm of a place decides by itself where coordinates are known")
        Boolean acceptsOtherStates,
    @Nullable
        @Valid
        @Schema(
            description =
                "What the buyer reckons for carrying goods ex-gin: it is added to their price before"
                    + " it is compared with maxPrice. Nobody else learns it")
        Freight freight,
    @Size(max = 2000) String notes,
    @Future Instant expiresAt,
    @Valid TermsBody tradeTerms) {

  /**
   * What a parameter is to be: a range (either end may be open), or a number or word exactly, or
   * one of several words.
   *
   * @param required true by default; false lets it count for the score only
   */
  public record Demand(
      @NotBlank @Size(max = 100) String name,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal min,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal max,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal preferred,
      @Size(max = 200) String exact,
      @Size(max = 50) List<@NotBlank @Size(max = 200) String> accepted,
      Boolean required) {}

  /** Whether it is open as soon as risk lets it pass. */
  boolean isToBePublished() {
    return !Boolean.FALSE.equals(publish);
  }

  /**
   * @param tolerancePercent the commodity's, of delivery; null for none
   * @param expiresUnlessSaid when it ends if the body does not say
   */
  RequirementTerms toTerms(
      Measure measure,
      BigDecimal tolerancePercent,
      List<PostPlace> wanted,
      List<QualityDemand> demands,
      NamedTerms tradeTerms,
      Instant expiresUnlessSaid) {
    return RequirementTerms.of(
        measure,
        Quantities.of(minQuantity, preferredQuantity, maxQuantity, tolerancePercent),
        Price.written(maxPrice),
        Price.written(preferredPrice),
        wanted,
        branchId,
        !Boolean.FALSE.equals(blockedInternalTrades),
        demands,
        visibility == null ? Visibility.PUBLIC : visibility,
        invitedSellers == null ? List.of() : invitedSellers,
        urgency == null ? Urgency.NORMAL : urgency,
        intent == null ? Intent.NEGOTIATION : intent,
        Boolean.TRUE.equals(acceptsOtherStates),
        freight,
        notes,
        expiresAt == null ? expiresUnlessSaid : expiresAt,
        tradeTerms);
  }
}
