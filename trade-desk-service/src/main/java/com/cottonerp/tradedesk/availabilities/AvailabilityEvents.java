package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.contracts.trade.v1.AvailabilityReleased;
import com.cottonerp.contracts.trade.v1.AvailabilityReserved;
import com.cottonerp.contracts.trade.v1.AvailabilitySnapshot;
import com.cottonerp.contracts.trade.v1.AvailabilitySold;
import java.math.BigDecimal;
import java.util.UUID;

/** The events of an availability that carry its quantities, and its snapshot. Pure. */
final class AvailabilityEvents {
  private AvailabilityEvents() {}

  /**
   * @param brokerUser who of the brokerage posted it; null when the seller did
   */
  static AvailabilitySnapshot snapshot(AvailabilityFacts availability, String brokerUser) {
    AvailabilityTerms terms = availability.terms();
    Stock stock = availability.stock();
    return new AvailabilitySnapshot(
        availability.id(),
        availability.sellerId(),
        availability.commodityId(),
        terms.locationId(),
        terms.place(),
        terms.branchId(),
        stock.total(),
        stock.available(),
        stock.reserved(),
        stock.sold(),
        terms.measure().quantityUnit(),
        terms.measure().base(stock.total()),
        terms.measure().baseUnit(),
        terms.minOrder(),
        terms.partialOrders(),
        terms.money(),
        terms.measure().priceUnit(),
        terms.pricePerBaseUnit(),
        terms.value(stock.open()),
        terms.quality(),
        terms.visibility().name(),
        terms.blockedForBranches(),
        availability.status().name(),
        terms.expiresAt(),
        brokerUser,
        terms.variety(),
        terms.cropYear(),
        terms.tradeTerms().all(),
        terms.deliveryBasis().name());
  }

  static AvailabilityReserved reserved(AvailabilityFacts after, Reservation reservation) {
    return new AvailabilityReserved(
        after.id(),
        after.sellerId(),
        reservation.id,
        reservation.buyerId,
        reservation.quantity,
        after.stock().available(),
        after.stock().reserved(),
        after.stock().sold(),
        after.measure().quantityUnit(),
        reservation.expiresAt);
  }

  static AvailabilityReleased released(
      AvailabilityFacts after, Reservation reservation, BigDecimal quantity, String reason) {
    return new AvailabilityReleased(
        after.id(),
        after.sellerId(),
        reservation.id,
        reservation.buyerId,
        quantity,
        after.stock().available(),
        after.stock().reserved(),
        after.stock().sold(),
        after.measure().quantityUnit(),
        reason);
  }

  static AvailabilitySold sold(AvailabilityFacts after, Reservation reservation, UUID tradeId) {
    return new AvailabilitySold(
        after.id(),
        after.sellerId(),
        reservation.id,
        reservation.buyerId,
        reservation.quantity,
        after.stock().available(),
        after.stock().reserved(),
        after.stock().sold(),
        after.measure().quantityUnit(),
        tradeId);
  }
}
