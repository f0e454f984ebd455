package com.cottonerp.tradedesk.availabilities;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A reservation as the API shows it; the quantity in the unit of the availability. */
public record ReservationView(
    UUID id,
    UUID availabilityId,
    UUID buyerId,
    UUID negotiationId,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantity,
    ReservationStatus status,
    Instant createdAt,
    Instant expiresAt) {

  static ReservationView of(Reservation reservation) {
    return new ReservationView(
        reservation.id,
        reservation.availabilityId,
        reservation.buyerId,
        reservation.negotiationId,
        reservation.quantity,
        reservation.status,
        reservation.createdAt,
        reservation.expiresAt);
  }
}
