package com.cottonerp.defaults.databasetls;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How sessions with PostgreSQL are protected: {@code DATABASE_SSL_MODE} and {@code
 * DATABASE_SSL_CA}. The drivers differ in what they make of the same word, so each is told by this
 * class. Immutable.
 *
 * @param mode what a session has to be
 * @param ca a PEM file with the certificates that sign those of servers; there if and only if the
 *     mode verifies
 */
public record DatabaseTls(Mode mode, Optional<Path> ca) {

  /** From the weakest to the strongest. */
  public enum Mode {
    /** In plain text. */
    DISABLE,
    /** Encrypted; the identity of the server is not checked. */
    REQUIRE,
    /** Encrypted; the server has a certificate of the CA. */
    VERIFY_CA,
    /** Encrypted; the server has a certificate of the CA for the name by which it is called. */
    VERIFY_FULL;

    /** As PostgreSQL spells it, such as {@code verify-full}. */
    public String spelled() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean verifies() {
      return compareTo(VERIFY_CA) >= 0;
    }

    /** Empty when it is none of them; {@code prefer} and {@code allow} are none on purpose. */
    public static Optional<Mode> spelled(String text) {
      return Arrays.stream(values()).filter(mode -> mode.spelled().equals(text)).findFirst();
    }
  }

  /**
   * @throws IllegalArgumentException with the variable that mends it, when the two do not fit
   */
  public static DatabaseTls of(String mode, Optional<String> ca) {
    Mode known =
        Mode.spelled(mode)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "DATABASE_SSL_MODE is '%s'; it is one of %s".formatted(mode, spelled())));
    Optional<Path> file = ca.filter(name -> !name.isBlank()).map(Path::of);
    if (known.verifies() && file.filter(Files::isReadable).isEmpty()) {
      throw new IllegalArgumentException(
          "DATABASE_SSL_MODE=%s verifies with a CA: set DATABASE_SSL_CA to a PEM file that can be read"
              .formatted(mode));
    }
    if (!known.verifies() && file.isPresent()) {
      throw new IllegalArgumentException(
          "DATABASE_SSL_CA is set and DATABASE_SSL_MODE=%s verifies nothing: set DATABASE_SSL_MODE=verify-full"
              .formatted(mode));
    }
    return new DatabaseTls(known, file);
  }

  private static List<String> spelled() {
    return Arrays.stream(Mode.values()).map(Mode::spelled).collect(Collectors.toList());
  }

  /** What the JDBC driver is told. */
  public Map<String, String> jdbcProperties() {
    return ca.map(file -> Map.of("sslmode", mode.spelled(), "sslrootcert", file.toString()))
        .orElse(Map.of("sslmode", mode.spelled()));
  }
}
