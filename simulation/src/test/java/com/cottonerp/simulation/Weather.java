package com.cottonerp.simulation;

import java.sql.SQLException;
import java.util.function.Supplier;

/** What happens around a statement of a replica: others go on, time passes, connections break. */
public interface Weather {
  /** Before it reaches the database. */
  void before(String statement) throws SQLException;

  /** Between two parts of a statement that is broken into them. */
  void between();

  /** Its answer may be lost. */
  void after(Supplier<String> statement) throws SQLException;

  /** By the clock of the database. */
  long now();

  /**
   * By the clock of a replica: of its own it knows how much time has passed, not what time it is.
   */
  default long nowAt(String replica) {
    return now() + Math.floorMod(replica.hashCode(), 1_000) * 3_600_000_000_000L;
  }

  boolean chance(double probability);
}
