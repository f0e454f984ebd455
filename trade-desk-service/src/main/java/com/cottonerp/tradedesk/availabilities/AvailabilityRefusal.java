package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.math.BigDecimal;
import java.util.UUID;

/** Why an availability does not do what it is asked to. */
public sealed interface AvailabilityRefusal extends Refusal {
  @Explained(
      means = "The availability has ended, or is not open yet.",
      remedy = "Read the availability.")
  record AvailabilityNotOpen(UUID id, AvailabilityStatus current) implements AvailabilityRefusal {
    @Override
    public String detail() {
      // WHY not "blocked": it would tell another party of the seller's standing.
      return current == AvailabilityStatus.BLOCKED
          ? "Availability %s is not on offer".formatted(id)
          : "Availability %s is %s".formatted(id, current);
    }
  }

  @Explained(
      means = "The availability does not wait for an approval.",
      remedy = "Read the availability.")
  record AvailabilityNotPendingApproval(UUID id, AvailabilityStatus current)
      implements AvailabilityRefusal {
    @Override
    public String detail() {
      return "Availability %s is %s and waits for no approval".formatted(id, current);
    }
  }

  @Explained(
      means = "Less is available than what was asked for.",
      remedy = "Ask for less; detail says how much there is.")
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

  @Explained(
      means = "The quantity is below the least order of the availability.",
      remedy = "Ask for more.")
  record BelowMinimumOrder(BigDecimal asked, BigDecimal minimum) implements AvailabilityRefusal {
    @Override
    public String detail() {
      return "%s asked for, the least order is %s"
          .formatted(asked.toPlainString(), minimum.toPlainString());
    }
  }

  @Explained(means = "The availability is sold as a whole.", remedy = "Ask for the whole quantity.")
  record NoPartialOrders(BigDecimal total) implements AvailabilityRefusal {
    @Override
    public String detail() {
      return "The availability is sold as a whole: " + total.toPlainString();
    }
  }

  @Explained(
      means = "Some stock is reserved for buyers.",
      remedy = "Release the reservations first.")
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

  @Explained(
      means = "The new total is less than what is reserved or sold.",
      remedy = "Choose a higher total.")
  record TotalBelowCommitted(BigDecimal total, BigDecimal committed)
      implements AvailabilityRefusal {
    @Override
    public String detail() {
      return "%s is less than what is reserved or sold: %s"
          .formatted(total.toPlainString(), committed.toPlainString());
    }
  }

  @Explained(
      means =
          "The commodity is counted in another unit now, and some stock is reserved or sold in the old one.",
      remedy = "Post the remaining quantity as another availability.")
  record UnitChanged(UUID id, String unit) implements AvailabilityRefusal {
    @Override
    public String detail() {
      return "The commodity is counted in another unit by now, and some of availability %s is reserved or sold in %s: post what is left anew"
          .formatted(id, unit);
    }
  }

  @Explained(
      means = "Stock is held for somebody on the terms as they are.",
      remedy = "Wait until the stock is sold or released.")
  record StockHeld(UUID id, String field) implements AvailabilityRefusal {
    @Override
    public String detail() {
      return "Stock of availability %s is held for somebody: its %s stays as it is until that is sold or released"
          .formatted(id, field);
    }
  }

  @Explained(
      means = "The reservation was released, sold or has expired.",
      remedy = "Reserve again.")
  record ReservationNotHeld(UUID id, ReservationStatus current) implements AvailabilityRefusal {
    @Override
    public String detail() {
      return "Reservation %s is %s".formatted(id, current);
    }
  }

  @Explained(
      means = "The reservation belongs to a negotiation, which alone ends it.",
      remedy = "End the negotiation.")
  record HeldForNegotiation(UUID id, UUID negotiationId) implements AvailabilityRefusal {
    @Override
    public String detail() {
      return "Reservation %s belongs to negotiation %s".formatted(id, negotiationId);
    }
  }

  @Explained(
      means = "The trade does not exist or is not one of this reservation.",
      remedy = "Check the id of the trade.")
  record NoTradeOfReservation(UUID tradeId, UUID reservationId) implements AvailabilityRefusal {
    @Override
    public String detail() {
      return "There is no trade %s of reservation %s".formatted(tradeId, reservationId);
    }
  }
}
