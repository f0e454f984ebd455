package com.cottonerp.defaults.text;

import java.util.regex.Pattern;

/** Which texts can be stored, and sent on to any other program. Pure. */
public final class Texts {
  public static final String NOT_STORABLE =
      "has a character that is no text: NUL, or one half of a surrogate pair";

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

  private Texts() {}

  /** False for a text with a NUL, or with half of a surrogate pair. */
  public static boolean isStorable(String text) {
    return text.codePoints().noneMatch(Texts::isNoText);
  }

  /** The beginning of a text of somebody else's making, fit for an answer or a log. */
  public static String shown(String text, int most) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(most)
        .map(one -> isNoText(one) ? '?' : one)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  /** As {@link #shown}, in one line: a control character is a blank. */
  public static String line(String text, int most) {
    return CONTROL.matcher(shown(text, most)).replaceAll(" ");
  }

  private static boolean isNoText(int character) {
    return character == 0 || Character.getType(character) == Character.SURROGATE;
  }
}
