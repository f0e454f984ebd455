package com.cottonerp.defaults.problem;

import java.util.List;
import java.util.Optional;

/** The refusal of a driver that reports a severity, as the reactive one does. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Of this driver and of JDBC. */
  static final SqlRefusals READER =
      new SqlRefusals(List.of(new JdbcRefusals(), Refused::readRefusal));

  private final transient SqlRefusal refusal;

  private Refused(SqlRefusal refusal) {
    this.refusal = refusal;
  }

  /** In the exception of another library, as Hibernate does. */
  static RuntimeException wrapped(String severity, String sqlState) {
    return new IllegalStateException("wrapped", new Refused(new SqlRefusal(sqlState, severity)));
  }

  private static Optional<SqlRefusal> readRefusal(Throwable failure) {
    return failure instanceof Refused refused ? Optional.of(refused.refusal) : Optional.empty();
  }
}
