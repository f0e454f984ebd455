package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.contracts.trade.v1.AvailabilitySnapshot;

/** An availability as its events publish it: the one place that maps it. Pure. */
final class AvailabilitySnapshots {
  private AvailabilitySnapshots() {}

  static AvailabilitySnapshot of(AvailabilityFacts availability) {
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
        terms.expiresAt());
  }
}
