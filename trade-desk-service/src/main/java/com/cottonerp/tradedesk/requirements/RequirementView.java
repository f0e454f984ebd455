package com.cottonerp.tradedesk.requirements;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.contracts.trade.v1.QualityDemand;
import com.cottonerp.tradedesk.posting.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A requirement as the API shows it. What only the buyer may know is null for others: the highest
 * price, who is invited, notes and risk.
 *
 * @param committedQuantity what is agreed upon, but no trade yet
 * @param remainingQuantity what may still be bought
 */
public record RequirementView(
    UUID id,
    String number,
    UUID buyerId,
    UUID commodityId,
    RequirementStatus status,
    List<PostPlace> places,
    UUID branchId,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal minQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal preferredQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal maxQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal purchasedQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal committedQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal remainingQuantity,
    String quantityUnit,
    Money maxPrice,
    Money preferredPrice,
    String priceUnit,
    List<QualityDemand> quality,
    Visibility visibility,
    List<UUID> invitedSellers,
    boolean blockedInternalTrades,
    RequirementBody.Urgency urgency,
    RequirementBody.Intent intent,
    String notes,
    String riskStatus,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal riskScore,
    String blockReasons,
    Instant createdAt,
    Instant expiresAt) {}
