package com.cottonerp.defaults.production;

import com.cottonerp.defaults.database.DatabaseTls;
import com.cottonerp.defaults.database.DatabaseTls.Mode;
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
      "set DATABASE_SSL_MODE=verify-full and DATABASE_SSL_CA (or require), or DATABASE_ALLOW_PLAINTEXT=true where"
          + " something else encrypts the way";
  private static final Pattern SOURCE = Pattern.compile("(relay\\.sources\\.[^.]+)\\.url");
  private static final Pattern IN_URL = Pattern.compile("[?&]sslmode=([^&]*)");

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
        urlOf(found, plaintextAllowed, name);
      }
    }
    urlOf(found, plaintextAllowed, "quarkus.datasource.jdbc.url");
    urlOf(found, plaintextAllowed, "quarkus.datasource.reactive.url");
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

  // In a URL it wins over every setting, and there it may be one of the weak ones.
  private void urlOf(Set<String> found, boolean plaintextAllowed, String name) {
    value(name)
        .map(IN_URL::matcher)
        .filter(Matcher::find)
        .map(mode -> mode.group(1))
        .filter(
            mode ->
                Mode.spelled(mode)
                    .map(known -> known == Mode.DISABLE && !plaintextAllowed)
                    .orElse(true))
        .ifPresent(
            mode ->
                found.add(
                    "%s has sslmode=%s, which may be plain text; take it away and %s"
                        .formatted(name, mode, ADVICE)));
  }

  private Optional<String> value(String name) {
    return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
  }
}
