package com.cottonerp.defaults.lists;

import java.util.Locale;

/** How a list is sorted that has no other order than that of time. */
public enum TimeOrder {
  NEWEST,
  OLDEST;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
