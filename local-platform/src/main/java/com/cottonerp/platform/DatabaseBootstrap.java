package com.cottonerp.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Runs {@code deploy/database/bootstrap.sql}, with each role's name as its password. */
public final class DatabaseBootstrap {
  private DatabaseBootstrap() {}

  public static void run(DataSource superuser, List<String> roles) {
    String script = script();
    for (String role : roles) {
      script = script.replace(":'" + role + "_password'", "'" + role + "'");
    }
    try (Connection connection = superuser.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(script);
    } catch (SQLException failure) {
      throw new IllegalStateException("The schemas and roles could not be created", failure);
    }
  }

  private static String script() {
    try (var resource = DatabaseBootstrap.class.getResourceAsStream("/database/bootstrap.sql")) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
