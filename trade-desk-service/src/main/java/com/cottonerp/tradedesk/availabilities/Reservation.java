package com.cottonerp.tradedesk.availabilities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Stock of an availability that is held for a buyer until a time. */
@Entity
@Table(name = "reservation")
public class Reservation {
  @Id UUID id;

  @Column(name = "availability_id")
  UUID availabilityId;

  @Column(name = "buyer_id")
  UUID buyerId;

  @Column(name = "negotiation_id")
  UUID negotiationId;

  BigDecimal quantity;

  @Enumerated(EnumType.STRING)
  ReservationStatus status;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  static Reservation hold(
      UUID id,
      UUID availabilityId,
      UUID buyerId,
      UUID negotiationId,
      BigDecimal quantity,
      Instant now,
      Duration time) {
    Reservation reservation = new Reservation();
    reservation.id = id;
    reservation.availabilityId = availabilityId;
    reservation.buyerId = buyerId;
    reservation.negotiationId = negotiationId;
    reservation.quantity = quantity;
    reservation.status = ReservationStatus.HELD;
    reservation.createdAt = now;
    reservation.expiresAt = now.plus(time);
    return reservation;
  }

  public UUID id() {
    return id;
  }

  void become(ReservationStatus next) {
    if (status != ReservationStatus.HELD) {
      throw new AvailabilityRefusal.ReservationNotHeld(id, status).refused();
    }
    status = next;
  }

  boolean isHeld() {
    return status == ReservationStatus.HELD;
  }

  boolean isOverdue(Instant now) {
    return isHeld() && !now.isBefore(expiresAt);
  }

  /** Refuses stock that a negotiation holds: it goes with its trade, or when its time is over. */
  void mustBeHeldByHand() {
    if (negotiationId != null) {
      throw new AvailabilityRefusal.HeldForNegotiation(id, negotiationId).refused();
    }
  }
}
