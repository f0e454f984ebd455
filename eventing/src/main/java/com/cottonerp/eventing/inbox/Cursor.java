package com.cottonerp.eventing.inbox;

import java.util.UUID;

/**
 * How far a projection is with an aggregate, and what the next event means to it. Pure.
 *
 * @param last the number of the last event that was applied; 0 for none
 */
public record Cursor(long last, RecentIds recent) {
  public static final Cursor START = new Cursor(0, RecentIds.NONE);

  /** As if everything before an event had been applied. */
  static Cursor before(EventPosition event) {
    return new Cursor(event.sequence() - 1, RecentIds.NONE);
  }

  /** What an event means to the cursor. */
  sealed interface Step {
    /** It is applied now. */
    record Next() implements Step {}

    /** It was applied before. */
    record Duplicate() implements Step {}

    /** Another event with its number was applied: one of the two is forged or a mistake. */
    record Conflict() implements Step {}

    /** Events between {@code last} and it have not arrived. */
    record Gap(long last) implements Step {}
  }

  Step step(EventPosition event) {
    if (event.sequence() == last + 1) {
      return new Step.Next();
    }
    if (event.sequence() > last) {
      return new Step.Gap(last);
    }
    return hasAppliedAnother(event.sequence(), event.eventId())
        ? new Step.Conflict()
        : new Step.Duplicate();
  }

  /** As far as it remembers. */
  boolean hasAppliedAnother(long sequence, UUID eventId) {
    return recent.of(sequence, eventId) == RecentIds.Verdict.OTHER;
  }

  Cursor after(EventPosition event) {
    RecentIds known = recent.last() == last ? recent : new RecentIds(last, new byte[0]);
    return new Cursor(event.sequence(), known.with(event.eventId()));
  }
}
