package com.cottonerp.defaults.india;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Permanent account numbers of the income tax: five letters, four digits, a letter; the fourth
 * letter says what the holder is. Pure.
 *
 * <p>Source: section 139A of the Income-tax Act with rule 114; the letters as the Income Tax
 * Department and Protean explain them ("Structure of PAN"). The last letter is a check that the
 * department has not published, so it is not checked.
 */
public final class Pan {
  private static final Pattern SHAPE = Pattern.compile("[A-Z]{3}[A-Z][A-Z][0-9]{4}[A-Z]");

  private static final Map<Character, String> HOLDERS =
      Map.ofEntries(
          Map.entry('A', "an association of persons"),
          Map.entry('B', "a body of individuals"),
          Map.entry('C', "a company"),
          Map.entry('E', "a limited liability partnership"),
          Map.entry('F', "a firm or limited liability partnership"),
          Map.entry('G', "a government"),
          Map.entry('H', "a Hindu undivided family"),
          Map.entry('J', "an artificial juridical person"),
          Map.entry('K', "a trust (Krish)"),
          Map.entry('L', "a local authority"),
          Map.entry('P', "a person"),
          Map.entry('T', "a trust"));

  private Pan() {}

  /** What is wrong with a text as a PAN; empty when nothing is. */
  public static Optional<String> fault(String text) {
    if (!SHAPE.matcher(text).matches()) {
      return Optional.of("is a PAN: five letters, four digits, a letter");
    }
    if (!HOLDERS.containsKey(holder(text))) {
      return Optional.of(
          "is no PAN: its fourth letter, %s, stands for no kind of holder".formatted(holder(text)));
    }
    return text.startsWith("0000", 5)
        ? Optional.of("is no PAN: its number begins with 0001")
        : Optional.empty();
  }

  /** The letter that says what the holder is. */
  public static char holder(String pan) {
    return pan.charAt(3);
  }

  /** What the holder of a PAN is, in words; for refusals. */
  public static String holderInWords(String pan) {
    return HOLDERS.getOrDefault(holder(pan), "unknown");
  }
}
