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

  boolean chance(double probability);
}
