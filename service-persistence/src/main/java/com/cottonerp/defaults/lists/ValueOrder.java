package com.cottonerp.defaults.lists;

import java.util.Locale;

/** How a list is sorted: by time, or by the value that the list names. */
public enum ValueOrder {
  NEWEST,
  OLDEST,
  HIGHEST,
  LOWEST;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
