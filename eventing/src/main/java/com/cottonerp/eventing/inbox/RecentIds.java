package com.cottonerp.eventing.inbox;

import java.util.Arrays;
import java.util.UUID;

/**
 * The ids of the last events of an aggregate that were applied, four bytes each. Tells a duplicate
 * from another event that carries the same number. Pure.
 *
 * @param last the number of the newest event
 * @param ids the newest id at the end
 */
@SuppressWarnings("ArrayRecordComponent") // WHY: never changed, and never compared.
record RecentIds(long last, byte[] ids) {
  /** A number is checked as long as it is among the last so many. */
  static final int REMEMBERED = 32;

  private static final int BYTES = Integer.BYTES;

  /** No more than this is kept of an aggregate. */
  static final int MOST_BYTES = REMEMBERED * BYTES;

  static final RecentIds NONE = new RecentIds(0, new byte[0]);

  /** What is known of a number that was applied. */
  enum Verdict {
    SAME,
    OTHER,
    /** Too long ago, or applied by a version that did not remember. */
    UNKNOWN
  }

  Verdict of(long sequence, UUID eventId) {
    long back = last - sequence;
    int at = ids.length - (int) Math.min(back + 1, REMEMBERED + 1) * BYTES;
    if (back < 0 || back >= REMEMBERED || at < 0) {
      return Verdict.UNKNOWN;
    }
    return read(at) == digest(eventId) ? Verdict.SAME : Verdict.OTHER;
  }

  RecentIds with(UUID eventId) {
    int from = Math.max(0, ids.length - (REMEMBERED - 1) * BYTES);
    byte[] next = Arrays.copyOfRange(ids, from, ids.length + BYTES);
    int digest = digest(eventId);
    for (int i = 0; i < BYTES; i++) {
      next[next.length - BYTES + i] = (byte) (digest >>> (8 * (BYTES - 1 - i)));
    }
    return new RecentIds(last + 1, next);
  }

  private int read(int at) {
    int value = 0;
    for (int i = 0; i < BYTES; i++) {
      value = value << 8 | ids[at + i] & 0xff;
    }
    return value;
  }

  /** WHY the low bits: of a UUIDv7 these are random. */
  private static int digest(UUID eventId) {
    return (int) eventId.getLeastSignificantBits();
  }
}
