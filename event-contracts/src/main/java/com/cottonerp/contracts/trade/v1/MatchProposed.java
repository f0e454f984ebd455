package com.cottonerp.contracts.trade.v1;

import com.cottonerp.contracts.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A pair of posts passed all gates and reached the least score of the commodity.
 *
 * @param value of the quantity at the price that are proposed
 * @param highestValue the most that the parties may agree on, which risk judges. Absent in older
 *     events
 * @param goodsCountry where the goods lie; absent in older events
 * @param deliveryCountry where they are wanted; absent in older events
 */
public record MatchProposed(
    UUID matchId,
    UUID requirementId,
    UUID availabilityId,
    UUID buyerId,
    UUID sellerId,
    UUID commodityId,
    MatchScore score,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantity,
    String quantityUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal baseQuantity,
    String baseUnit,
    Money price,
    String priceUnit,
    Money value,
    Money highestValue,
    UUID buyerBranchId,
    UUID sellerBranchId,
    Boolean internalTradeBlocked,
    String goodsCountry,
    String deliveryCountry,
    Instant expiresAt)
    implements MatchEvent {}
