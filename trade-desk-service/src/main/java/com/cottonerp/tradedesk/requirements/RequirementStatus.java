package com.cottonerp.tradedesk.requirements;

import java.util.Locale;

/**
 * How far a requirement is. PENDING_RISK → ACTIVE, or DRAFT when it is to be published later, or
 * BLOCKED; DRAFT → ACTIVE; ACTIVE → PARTIALLY_FULFILLED → FULFILLED as it is bought. CANCELLED and
 * EXPIRED from every open status.
 */
public enum RequirementStatus {
  PENDING_RISK,
  DRAFT,
  ACTIVE,
  PARTIALLY_FULFILLED,
  FULFILLED,
  EXPIRED,
  CANCELLED,
  BLOCKED;

  /** It may still be cancelled, or expire. */
  public boolean isOpen() {
    return this == PENDING_RISK || this == DRAFT || isWanted();
  }

  /** It is matched, and bought for. */
  public boolean isWanted() {
    return this == ACTIVE || this == PARTIALLY_FULFILLED;
  }

  boolean isChangeable() {
    return this == PENDING_RISK || this == DRAFT || this == ACTIVE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
