package com.cottonerp.system.testkit;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Values that somebody sends who looks for what a program has not thought of. */
final class HostileValues {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\\u0000",
          "a\\u0000b",
          "\\ud800",
          "a\\udfffb",
          "\\ud83d\\ude00",
          "\\u202e",
          "\\u0007",
          "'",
          "' OR '1'='1",
          "%",
          "%%_!",
          "\\\\",
          "\\\"",
          "../../etc/passwd",
          "<script>",
          "=1+1",
          "null",
          "true",
          "0",
          "-1",
          "1e400",
          "NaN",
          "Infinity",
          "IN",
          "QQ",
          "ZZZ",
          "XXX",
          "2026-02-30",
          "+999999999-12-31",
          "-999999999-01-01",
          "9999-12-31",
          "0000-01-01",
          "+1000000000-01-01T00:00:00Z",
          "2026-01-01T00:00:00+18:00",
          "99999999999999999999",
          "1E-999999999",
          "a@b",
          "गुजरात",
          "00000000-0000-0000-0000-000000000000",
          "{",
          "[",
          "${jndi:x}",
          "{{7*7}}");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-1",
          "1",
          "0.1",
          "1e400",
          "-1e400",
          "1E-999999999",
          "1E2147483647",
          "2147483648",
          "9223372036854775808",
          "99999999999999999999999999999999999999",
          "0.00000000000000000000000001",
          "123456789012345678901234567890123456789012345678901234567890");
  private static final List<String> OTHERS =
      List.of("null", "true", "false", "[]", "{}", "[null]", "[[]]", "{\"\":{}}");
  private static final List<String> MEDIA_TYPES =
      List.of(
          "garbage",
          "*/*",
          "",
          "/",
          "text/",
          "a/b/c",
          ";q=",
          "application/json;q=x",
          "application/json;q=2",
          "text/csv",
          "application/xml",
          "application/json; charset=nonsense",
          "application/json;charset=utf-16",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "multipart/form-data; boundary=",
          "multipart/form-data; boundary=\"",
          "multipart/form-data; boundary=x",
          "text/plain",
          ",,,",
          "*",
          "a/*;b",
          "application/*+json",
          "application/problem+json",
          "\"",
          "text/html, */*;q=0.1",
          "application/json,garbage");

  private HostileValues() {}

  /** A JSON value, as JSON. */
  static String json(Random random) {
    return switch (random.nextInt(8)) {
      case 0, 1, 2, 3 -> "\"" + one(random, TEXTS) + "\"";
      case 4, 5 -> one(random, NUMBERS);
      case 6 -> one(random, OTHERS);
      default -> large(random);
    };
  }

  private static String large(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> "\"" + noise(random, 1_200_000) + "\"";
      case 1 -> "\"" + "a".repeat(70_000) + "\"";
      case 2 -> "[".repeat(2_000) + "]".repeat(2_000);
      case 3 -> "[" + "{},".repeat(20_000) + "{}]";
      default -> "\"" + "A1 ".repeat(1_000) + "\"";
    };
  }

  // What cannot be compressed: it is as long in an index as it is in the request.
  private static String noise(Random random, int length) {
    StringBuilder noise = new StringBuilder(length);
    random.ints(length, 'a', 'z' + 1).forEach(letter -> noise.append((char) letter));
    return noise.toString();
  }

  /** A value within an address, percent-encoded or badly so. */
  static String inAddress(Random random) {
    List<String> values =
        List.of(
            "%00",
            "a%00b",
            "%ED%A0%80",
            "%zz",
            "%",
            "%F0%9F%98%80",
            "..%2f..",
            "%2e%2e",
            "a;b=c",
            "-1",
            "0",
            "99999999999999999999",
            "1e3",
            "nonsense",
            "%20",
            "%27",
            "QQ",
            "true",
            "2026-02-30",
            "%2B999999999-12-31",
            "-999999999-01-01",
            "9999-12-31",
            "0001-01-01",
            "x".repeat(3_000),
            "%25",
            "%5C",
            "00000000-0000-0000-0000-000000000000",
            "INACTIVE",
            "approved",
            "[]",
            "%7B%7D",
            "%EF%BB%BF",
            "%FF%FE");
    return random.nextInt(4) == 0
        ? new UUID(random.nextLong(), random.nextLong()).toString()
        : one(random, values);
  }

  static String mediaType(Random random) {
    return one(random, MEDIA_TYPES);
  }

  /** The value of any other header. */
  static String header(Random random) {
    return one(
        random,
        List.of(
            "",
            "*",
            "\"0\"",
            "\"1\"",
            "W/\"1\"",
            "1",
            "\"99999999999999999999\"",
            "garbage",
            "\u00e9\u00ff",
            "x".repeat(300),
            "a, b",
            "%00",
            "{}",
            "-1",
            "bytes=0-",
            "\"\"",
            "'",
            "00-zz-zz-01",
            "gzip",
            "a\u0000b",
            "en;q=x",
            "x".repeat(7_000)));
  }

  static <T> T one(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
