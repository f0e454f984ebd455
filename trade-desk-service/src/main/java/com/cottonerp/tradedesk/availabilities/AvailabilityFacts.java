package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.contracts.Money;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.verdicts.RiskJudgement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** An availability as it is now: what matching, negotiations and trades ask of it. Immutable. */
public record AvailabilityFacts(
    UUID id,
    UUID sellerId,
    UUID commodityId,
    AvailabilityStatus status,
    Stock stock,
    AvailabilityTerms terms,
    RiskJudgement risk) {

  public Measure measure() {
    return terms.measure();
  }

  /** What its position is: all that is neither sold nor withdrawn, in base units. */
  BigDecimal openBaseQuantity() {
    return measure().base(stock.open());
  }

  Money openValue() {
    return terms.value(stock.open());
  }

  /** Refuses one that nothing can be had of now. */
  public void mustBeOnOffer(Instant now) {
    if (!status.isOnOffer()) {
      throw new AvailabilityRefusal.AvailabilityNotOpen(id, status).refused();
    }
    if (!now.isBefore(terms.expiresAt())) {
      throw new AvailabilityRefusal.AvailabilityNotOpen(id, AvailabilityStatus.EXPIRED).refused();
    }
  }

  /** Refuses a quantity that cannot be had of it now. */
  public void mustAllow(BigDecimal quantity, Instant now) {
    mustBeOnOffer(now);
    if (!terms.partialOrders() && quantity.compareTo(stock.total()) < 0) {
      throw new AvailabilityRefusal.NoPartialOrders(stock.total()).refused();
    }
    if (terms.minOrder() != null && quantity.compareTo(terms.minOrder()) < 0) {
      throw new AvailabilityRefusal.BelowMinimumOrder(quantity, terms.minOrder()).refused();
    }
    if (quantity.compareTo(stock.available()) > 0) {
      throw new AvailabilityRefusal.NotEnoughStock(quantity, stock.available()).refused();
    }
  }

  /** Refuses a change of what somebody agreed to, or stock is held for. */
  void mustAllowChange(BigDecimal total, AvailabilityTerms next) {
    if (total.compareTo(stock.committed()) < 0) {
      throw new AvailabilityRefusal.TotalBelowCommitted(total, stock.committed()).refused();
    }
    if (stock.isCommitted() && !next.measure().countsLike(measure())) {
      throw new AvailabilityRefusal.UnitChanged(id, measure().quantityUnit()).refused();
    }
    if (stock.isReserved()) {
      mustStay("priceUnit", next.measure().pricesLike(measure()));
      mustStay("place", terms.isSamePlace(next));
      mustStay("deliveryBasis", next.deliveryBasis() == terms.deliveryBasis());
      mustStay("quality", next.quality().equals(terms.quality()));
      mustStay("variety", Objects.equals(next.variety(), terms.variety()));
      mustStay("cropYear", Objects.equals(next.cropYear(), terms.cropYear()));
    }
  }

  private void mustStay(String field, boolean same) {
    if (!same) {
      throw new AvailabilityRefusal.StockHeld(id, field).refused();
    }
  }
}
