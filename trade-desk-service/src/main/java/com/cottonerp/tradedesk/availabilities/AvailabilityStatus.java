package com.cottonerp.tradedesk.availabilities;

import java.util.Locale;

/** Where an availability stands. "Partly sold" is not one of these: the quantities tell. */
public enum AvailabilityStatus {
  PENDING_RISK,
  PENDING_APPROVAL,
  ACTIVE,
  RESERVED,
  SOLD,
  EXPIRED,
  CANCELLED,
  BLOCKED;

  /** It may still be changed, cancelled, or expire. */
  public boolean isOpen() {
    return this == PENDING_RISK || this == PENDING_APPROVAL || this == ACTIVE || this == RESERVED;
  }

  /** Stock of it can be held. */
  public boolean isOnOffer() {
    return this == ACTIVE || this == RESERVED;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
