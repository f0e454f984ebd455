package com.cottonerp.eventing.inbox;

/** The rules of the inbox, and broken rules that the checks must notice. */
public enum InboxVariant {
  REAL,
  /** An applied number is a duplicate, without a look at the event's id. */
  CURSOR_WITHOUT_ID,
  /** A message parked below the cursor is forgotten, without a look at the event's id. */
  FORGET_WITHOUT_ID,
  /** A rebuild empties the read model while events are applied. */
  REBUILD_WITHOUT_LOCK,
  /** Verification does not compare the published events with the applied events. */
  NO_VERIFICATION
}
