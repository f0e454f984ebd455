package com.cottonerp.simulation;

import java.sql.SQLException;
import java.util.function.Supplier;

/** Events around a statement of a replica: other steps run, time passes, connections break. */
public interface Weather {
  /** Runs before the statement reaches the database. */
  void before(String statement) throws SQLException;

  /** Runs between two parts of a divided statement. */
  void between();

  /** Runs the statement; the answer may be lost. */
  void after(Supplier<String> statement) throws SQLException;

  /** The database's clock. */
  long now();

  /** The replica's own clock, which measures durations only: it does not tell the time of day. */
  default long nowAt(String replica) {
    return now() + Math.floorMod(replica.hashCode(), 1_000) * 3_600_000_000_000L;
  }

  boolean chance(double probability);
}
