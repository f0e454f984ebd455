package com.cottonerp.defaults.india;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The states and union territories of India, found by GST code, ISO code, name or a known other
 * name, in any script and spelling of blanks, capitals and signs. Thread-safe.
 *
 * <p>Sources: the state codes of the GST portal (code list of GSTR forms, with 38 Ladakh and 97
 * other territory); ISO 3166-2:IN with its changes of 23 November 2023, and the codes before them;
 * the Andhra Pradesh Reorganisation Act, 2014 (28 became 36 and 37 on 2 June 2014); the Dadra and
 * Nagar Haveli and Daman and Diu (Merger of Union Territories) Act, 2019 (25 became 26 on 26
 * January 2020); the Jammu and Kashmir Reorganisation Act, 2019 (38).
 */
public final class IndianStates {
  private static final String FILE = "states.csv";
  private static final int SUGGESTED = 3;

  /** Telugu and Kannada write the virama that Hindi leaves out. */
  private static final String VIRAMA = "\u094D";

  private static final Map<String, IndianState> BY_GST_CODE = new LinkedHashMap<>();
  private static final Map<String, IndianState> BY_NAME = new LinkedHashMap<>();

  static {
    for (String line : lines()) {
      String[] cells = line.split(";", -1);
      IndianState state =
          new IndianState(
              cells[0],
              cells[1],
              cells[2],
              IndianState.Kind.valueOf(cells[3]),
              cells[4].isEmpty() ? null : LocalDate.parse(cells[4]),
              cells[5].isEmpty() ? cells[0] : cells[5]);
      BY_GST_CODE.put(state.gstCode(), state);
      name(state.gstCode(), state);
      name(state.isoCode(), state);
      name("IN-" + state.isoCode(), state);
      name(state.name(), state);
      for (String other : cells[6].split("\\|")) {
        name(other, state);
      }
    }
  }

  private IndianStates() {}

  private static void name(String text, IndianState state) {
    IndianState other = BY_NAME.put(key(text), state);
    if (other != null && other != state) {
      throw new IllegalStateException(text + " names " + state + " and " + other);
    }
  }

  /** Empty when the text names no state. */
  public static Optional<IndianState> find(String text) {
    return text == null ? Optional.empty() : Optional.ofNullable(BY_NAME.get(key(text)));
  }

  /** Empty for a code that there never was, and for none. */
  public static Optional<IndianState> ofGstCode(String code) {
    return code == null ? Optional.empty() : Optional.ofNullable(BY_GST_CODE.get(code.strip()));
  }

  /** The state that has the territory today; itself while it exists. */
  public static IndianState today(IndianState state) {
    return BY_GST_CODE.get(state.successorCode());
  }

  /** Those that exist today, by GST code. */
  public static List<IndianState> today() {
    return BY_GST_CODE.values().stream().filter(state -> !state.isHistoric()).toList();
  }

  /** The names that look most like a text that names no state; the nearest first. */
  public static List<String> suggestions(String text) {
    String wanted = key(text);
    return BY_NAME.entrySet().stream()
        .filter(entry -> entry.getKey().length() > 2 && !entry.getValue().isHistoric())
        .map(entry -> Map.entry(entry.getValue().name(), distance(wanted, entry.getKey())))
        .filter(entry -> entry.getValue() <= Math.max(2, wanted.length() / 2))
        .sorted(Comparator.comparingInt(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .distinct()
        .limit(SUGGESTED)
        .toList();
  }

  /** Without what people write differently: blanks, signs, capitals, "&" for "and", the script. */
  private static String key(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String key =
        plain
            .replace("&", "and")
            .codePoints()
            .filter(point -> Character.isLetterOrDigit(point) || isMark(point))
            .map(IndianStates::inOneScript)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return key.endsWith(VIRAMA) ? key.substring(0, key.length() - 1) : key;
  }

  /**
   * A letter of another Brahmic script as the letter of Devanagari, a digit as that of ASCII.
   *
   * <p>WHY this can be calculated: Unicode has the letters of these scripts in one order, as ISCII
   * had (The Unicode Standard, chapter 12.1), each in a block of 128 from U+0900 to U+0D7F.
   */
  private static int inOneScript(int point) {
    if (Character.isDigit(point)) {
      return '0' + Character.digit(point, 10);
    }
    return point >= 0x0980 && point <= 0x0D7F ? 0x0900 + (point & 0x7F) : point;
  }

  /** Vowel signs of Indian scripts are marks, and make another word. */
  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Levenshtein's: how many letters to change, add or leave out. */
  private static int distance(String one, String other) {
    int[] last = new int[other.length() + 1];
    for (int column = 0; column < last.length; column++) {
      last[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] next = new int[last.length];
      next[0] = row;
      for (int column = 1; column < last.length; column++) {
        int changed = last[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
        next[column] = Math.min(changed, Math.min(last[column], next[column - 1]) + 1);
      }
      last = next;
    }
    return last[other.length()];
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(IndianStates.class.getResourceAsStream(FILE), UTF_8))) {
      reader.lines().filter(line -> !line.startsWith("#")).forEach(lines::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return lines;
  }
}
