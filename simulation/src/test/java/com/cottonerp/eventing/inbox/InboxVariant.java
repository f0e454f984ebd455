package com.cottonerp.eventing.inbox;

/** The rules of the inbox, and ways to break them that a check must notice. */
public enum InboxVariant {
  REAL,
  /** A number that was applied is a duplicate, whatever event carries it. */
  CURSOR_WITHOUT_ID,
  /** What is parked below the cursor is forgotten, whatever event it is. */
  FORGET_WITHOUT_ID,
  /** A read model is emptied while events are applied to it. */
  REBUILD_WITHOUT_LOCK,
  /** Nobody compares what was published with what is applied. */
  NO_VERIFICATION
}
