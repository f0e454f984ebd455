package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.defaults.problem.Refusal;
import java.math.BigDecimal;
import java.util.UUID;

/** Why an availability does not do what it is asked to. */
public sealed interface AvailabilityRefusal extends Refusal {
  record AvailabilityNotOpen(UUID id, AvailabilityStatus current) implements AvailabilityRefusal {
    @Override
    public String detail() {
      // WHY not "blocked": it would tell another party of the seller's standing.
      return current == AvailabilityStatus.BLOCKED
          ? "Availability %s is not on offer".formatted(id)
          : "Availability %s is %s".formatted(id, current);
    }
  }

  record AvailabilityNotPendingApproval(UUID id, AvailabilityStatus current)
      implements AvailabilityRefusal {
    @Override
    public String detail() {
      return "Availability %s is %s and waits for no approval".formatted(id, current);
    }
  }

  record NotEnoughStock(BigDecimal asked, BigDecimal available) implements AvailabilityRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "%s asked for, %s available"
          .formatted(asked.toPlainString(), available.toPlainString());
    }
  }

  record BelowMinimumOrder(BigDecimal asked, BigDecimal minimum) implements AvailabilityRefusal {
    @Override
    public String detail() {
      return "%s asked for, the least order is %s"
          .formatted(asked.toPlainString(), minimum.toPlainString());
    }
  }

  record NoPartialOrders(BigDecimal total) implements AvailabilityRefusal {
    @Override
    public String detail() {
      return "The availability is sold as a whole: " + total.toPlainString();
    }
  }

  record ReservedStockLeft(UUID id, BigDecimal reserved) implements AvailabilityRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "%s of availability %s is reserved".formatted(reserved.toPlainString(), id);
    }
  }

  record TotalBelowCommitted(BigDecimal total, BigDecimal committed)
      implements AvailabilityRefusal {
    @Override
    public String detail() {
      return "%s is less than what is reserved or sold: %s"
          .formatted(total.toPlainString(), committed.toPlainString());
    }
  }

  record UnitChanged(UUID id, String unit) implements AvailabilityRefusal {
    @Override
    public String detail() {
      return "The commodity is counted in another unit by now, and some of availability %s is reserved or sold in %s: post what is left anew"
          .formatted(id, unit);
    }
  }

  record StockHeld(UUID id, String field) implements AvailabilityRefusal {
    @Override
    public String detail() {
      return "Stock of availability %s is held for somebody: its %s stays as it is until that is sold or released"
          .formatted(id, field);
    }
  }

  record ReservationNotHeld(UUID id, ReservationStatus current) implements AvailabilityRefusal {
    @Override
    public String detail() {
      return "Reservation %s is %s".formatted(id, current);
    }
  }

  record HeldForNegotiation(UUID id, UUID negotiationId) implements AvailabilityRefusal {
    @Override
    public String detail() {
      return "Reservation %s belongs to negotiation %s".formatted(id, negotiationId);
    }
  }

  record NoTradeOfReservation(UUID tradeId, UUID reservationId) implements AvailabilityRefusal {
    @Override
    public String detail() {
      return "There is no trade %s of reservation %s".formatted(tradeId, reservationId);
    }
  }
}
