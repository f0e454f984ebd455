package com.cottonerp.runner.soak;

/** How one kind of fault is brought about. */
interface Fault {
  /** Returns at once; what lasts goes on until {@link #end}. */
  void begin(int choice) throws Exception;

  /** Everything is as before, or will be by itself. */
  default void end(int choice) throws Exception {}
}
