package com.cottonerp.defaults.production;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cottonerp.defaults.databasetls.DatabaseTls.Mode;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What stands behind the {@code ?} of an address of PostgreSQL, as the JDBC driver and the reactive
 * one read it: names and values are decoded, and the same name may come twice. Pure.
 */
final class DatabaseUrl {
  private static final Set<String> OTHERS_THAT_DECIDE =
      Set.of(
          "service", // a file that may have all the others
          "socketfactory",
          "socketfactoryarg",
          "gssencmode",
          "authenticationpluginclassname");

  private DatabaseUrl() {}

  static List<Parameter> parameters(String url) {
    int query = url.indexOf('?');
    return query < 0
        ? List.of()
        : Arrays.stream(url.substring(query + 1).split("&"))
            .filter(text -> !text.isEmpty())
            .map(DatabaseUrl::parameter)
            .toList();
  }

  private static Parameter parameter(String text) {
    int sign = text.indexOf('=');
    return sign < 0
        ? new Parameter(decoded(text), "")
        : new Parameter(decoded(text.substring(0, sign)), decoded(text.substring(sign + 1)));
  }

  // What cannot be decoded is compared as it stands: the driver refuses it.
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  /** A name with its value; shown without the value unless that is a mode. */
  record Parameter(String name, String value) {
    /** Whether it says if, and how, a session is encrypted and the server verified. */
    boolean decidesOnTls() {
      String known = name.toLowerCase(Locale.ROOT);
      return known.startsWith("ssl") || OTHERS_THAT_DECIDE.contains(known);
    }

    /** Whether it is a mode that is no weaker than the one that was asked for. */
    boolean isAsStrongAs(Optional<Mode> asked) {
      return name.equals("sslmode")
          && Mode.spelled(value)
              .filter(mode -> mode != Mode.DISABLE || asked.filter(mode::equals).isPresent())
              .filter(mode -> asked.map(least -> mode.compareTo(least) >= 0).orElse(true))
              .isPresent();
    }

    @Override
    public String toString() {
      return name.equals("sslmode") ? name + "=" + value : name;
    }
  }
}
