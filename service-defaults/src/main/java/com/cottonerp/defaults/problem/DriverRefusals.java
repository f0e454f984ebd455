package com.cottonerp.defaults.problem;

import java.util.Optional;

/**
 * Reads the exceptions of one database driver. A bean of this type makes problems of what the
 * driver throws: an outage becomes 503, a value that the database cannot hold 422. WHY beans: a
 * program has the drivers that it uses, and no others. Implementations are thread-safe.
 */
public interface DriverRefusals {
  /**
   * @param failure one exception, without its causes
   * @return empty when the exception is not one of this driver
   */
  Optional<SqlRefusal> of(Throwable failure);
}
