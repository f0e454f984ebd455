package com.cottonerp.defaults.problem;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;

/** The refusals of a database, wherever they stand in a failure. Immutable. */
@Singleton
class SqlRefusals {
  private final List<DriverRefusals> drivers;

  SqlRefusals(@All List<DriverRefusals> drivers) {
    this.drivers = List.copyOf(drivers);
  }

  /** Whether the failure or one of its causes is a refusal that is asked for. */
  boolean among(Throwable failure, Predicate<SqlRefusal> wanted) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (is(cause, wanted)) {
        return true;
      }
    }
    return false;
  }

  /** As {@link #among}, for refusals that have a SQLSTATE. */
  boolean statesAmong(Throwable failure, Predicate<String> wanted) {
    return among(failure, refusal -> refusal.state() != null && wanted.test(refusal.state()));
  }

  private boolean is(Throwable cause, Predicate<SqlRefusal> wanted) {
    return drivers.stream().anyMatch(driver -> driver.of(cause).filter(wanted).isPresent());
  }
}
