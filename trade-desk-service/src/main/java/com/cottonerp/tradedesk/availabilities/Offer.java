package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.contracts.trade.v1.QualityValue;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.posting.Visibility;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a seller offers, as it is now: what matching, negotiations and trades ask of an
 * availability. Quantities in the unit of its measure.
 *
 * @param price for one price unit of its measure; null = to be negotiated
 */
public record Offer(
    UUID id,
    UUID sellerId,
    UUID commodityId,
    AvailabilityStatus status,
    Measure measure,
    BigDecimal total,
    BigDecimal available,
    BigDecimal minOrder,
    boolean partialOrders,
    BigDecimal price,
    BigDecimal pricePerBaseUnit,
    PostPlace place,
    UUID branchId,
    boolean blockedForBranches,
    List<QualityValue> quality,
    Visibility visibility,
    List<UUID> restrictedBuyers,
    String riskStatus,
    Instant expiresAt) {

  /** Refuses one that nothing can be had of now. */
  public void mustBeOnOffer(Instant now) {
    if (!status.isOnOffer()) {
      throw new AvailabilityRefusal.AvailabilityNotOpen(id, status).refused();
    }
    if (!now.isBefore(expiresAt)) {
      throw new AvailabilityRefusal.AvailabilityNotOpen(id, AvailabilityStatus.EXPIRED).refused();
    }
  }

  /** Refuses a quantity that cannot be had of it now. */
  public void mustAllow(BigDecimal quantity, Instant now) {
    mustBeOnOffer(now);
    if (!partialOrders && quantity.compareTo(total) < 0) {
      throw new AvailabilityRefusal.NoPartialOrders(total).refused();
    }
    if (minOrder != null && quantity.compareTo(minOrder) < 0) {
      throw new AvailabilityRefusal.BelowMinimumOrder(quantity, minOrder).refused();
    }
    if (quantity.compareTo(available) > 0) {
      throw new AvailabilityRefusal.NotEnoughStock(quantity, available).refused();
    }
  }
}
