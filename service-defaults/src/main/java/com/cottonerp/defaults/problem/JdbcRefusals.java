package com.cottonerp.defaults.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;

/** The driver of the relay and of the migrations. */
@ApplicationScoped
class JdbcRefusals implements DriverRefusals {
  @Override
  public Optional<SqlRefusal> of(Throwable failure) {
    return failure instanceof SQLException refusal
        ? Optional.of(new SqlRefusal(refusal.getSQLState(), null))
        : Optional.empty();
  }
}
