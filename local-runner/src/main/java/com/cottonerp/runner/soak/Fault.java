package com.cottonerp.runner.soak;

/** One kind of fault. */
interface Fault {
  /** Begins the fault and returns at once; a lasting fault lasts until {@link #end}. */
  void begin(int choice) throws Exception;

  /** Ends the fault. Afterwards the system is as before, or recovers without help. */
  default void end(int choice) throws Exception {}
}
