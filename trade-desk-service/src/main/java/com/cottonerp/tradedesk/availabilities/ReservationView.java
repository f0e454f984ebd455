package com.cottonerp.tradedesk.availabilities;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reservation as the API shows it; the quantity in the unit of the availability.
 *
 * @param negotiationId whose agreement it holds the stock for; null when the seller reserved by
 *     hand
 */
public record ReservationView(
    UUID id,
    UUID availabilityId,
    UUID buyerId,
    @Nullable @Schema(description = "Null when the seller reserved by hand") UUID negotiationId,
    @Schema(description = "In the unit of the availability")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal quantity,
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
