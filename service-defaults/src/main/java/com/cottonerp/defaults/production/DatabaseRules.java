package com.cottonerp.defaults.production;

import com.cottonerp.defaults.databasetls.DatabaseTls;
import com.cottonerp.defaults.databasetls.DatabaseTls.Mode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** What travels to and from PostgreSQL is encrypted, unless somebody says that it need not be. */
final class DatabaseRules {
  private static final String ADVICE =
      "set DATABASE_SSL_MODE=verify-full and DATABASE_SSL_CA (or require), or"
          + " DATABASE_ALLOW_PLAINTEXT=true where something else encrypts the way";
  private static final String IN_ADDRESS =
      ", which may be weaker than DATABASE_SSL_MODE and wins over it; take it away and ";
  private static final Pattern OF_DRIVER =
      Pattern.compile("quarkus\\.datasource\\.jdbc\\.additional-jdbc-properties\\.(.+)");
  private static final Pattern SOURCE = Pattern.compile("(relay\\.sources\\.[^.]+)\\.url");

  private final Config config;

  DatabaseRules(Config config) {
    this.config = config;
  }

  List<String> violations() {
    Set<String> found = new LinkedHashSet<>();
    boolean plaintextAllowed =
        value("database.allow-plaintext").map(Boolean::parseBoolean).orElse(false);
    check(found, plaintextAllowed, "database");
    for (String name : config.getPropertyNames()) {
      Matcher source = SOURCE.matcher(name);
      if (source.matches()) {
        check(found, plaintextAllowed, source.group(1));
        urlOf(found, name, source.group(1));
      }
    }
    urlOf(found, "quarkus.datasource.jdbc.url", "database");
    urlOf(found, "quarkus.datasource.reactive.url", "database");
    driverSettings(found);
    return new ArrayList<>(found);
  }

  private void check(Set<String> found, boolean plaintextAllowed, String of) {
    Optional<String> mode = value(of + ".ssl-mode");
    if (mode.isEmpty()) {
      return;
    }
    try {
      DatabaseTls tls = DatabaseTls.of(mode.get(), value(of + ".ssl-ca"));
      if (tls.mode() == Mode.DISABLE && !plaintextAllowed) {
        found.add("DATABASE_SSL_MODE=disable sends everything in plain text; " + ADVICE);
      }
    } catch (IllegalArgumentException wrong) {
      found.add(wrong.getMessage());
    }
  }

  // In a URL it wins over every setting, and there it may be a weaker one.
  private void urlOf(Set<String> found, String name, String of) {
    Optional<Mode> asked = value(of + ".ssl-mode").flatMap(Mode::spelled);
    value(name)
        .map(DatabaseUrl::parameters)
        .ifPresent(
            parameters ->
                parameters.stream()
                    .filter(parameter -> parameter.decidesOnTls() && !parameter.isAsStrongAs(asked))
                    .map(parameter -> name + " has " + parameter + IN_ADDRESS + ADVICE)
                    .forEach(found::add));
  }

  // The two that this program sets itself stand there as well.
  private void driverSettings(Set<String> found) {
    for (String name : config.getPropertyNames()) {
      Matcher setting = OF_DRIVER.matcher(name);
      if (setting.matches() && value(name).isPresent()) {
        String named = setting.group(1).replace("\"", "");
        if (!named.equals("sslmode")
            && !named.equals("sslrootcert")
            && new DatabaseUrl.Parameter(named, "").decidesOnTls()) {
          found.add(name + " says how the database is verified; take it away and " + ADVICE);
        }
      }
    }
    if (value("quarkus.datasource.reactive.trust-all").map(Boolean::parseBoolean).orElse(false)) {
      found.add(
          "quarkus.datasource.reactive.trust-all verifies nothing; take it away and " + ADVICE);
    }
  }

  private Optional<String> value(String name) {
    return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
  }
}
