package com.cottonerp.settings.testkit;

import java.util.List;

/** The published events of settings; every payload that a test reads fits its schema. */
public final class Outbox {
  private Outbox() {}

  /** The events of an aggregate, such as {@code 1 CommodityCreated}, oldest first. */
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
