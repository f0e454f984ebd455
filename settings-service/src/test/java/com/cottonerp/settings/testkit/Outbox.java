package com.cottonerp.settings.testkit;

import java.util.List;

/** What settings has published; every payload fits its schema. */
public final class Outbox {
  private Outbox() {}

  /** Such as {@code 1 CommodityCreated}, oldest first. */
  public static List<String> of(String aggregateId) {
    return RunningPostgres.published().namesOf(aggregateId);
  }

  /** The payload of the last event. */
  public static String lastOf(String aggregateId) {
    return RunningPostgres.published().lastPayloadOf(aggregateId);
  }

  public static long size() {
    return RunningPostgres.published().count();
  }
}
