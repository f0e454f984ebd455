package com.cottonerp.eventing.inbox;

import java.util.regex.Pattern;

/**
 * Any text as PostgreSQL can store it: it refuses the character NUL, and half a surrogate pair is
 * no character. Pure.
 */
final class StorableText {
  private static final char REPLACEMENT = '\uFFFD';
  private static final int LONGEST_IN_LOG = 300;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

  private StorableText() {}

  /** Whether the text can be stored as it is. */
  static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == 0 || isHalf(text, i)) {
        return false;
      }
    }
    return true;
  }

  /** At most so many characters; each that cannot be stored is U+FFFD. */
  static String of(String text, int longest) {
    String start = text.substring(0, Math.min(text.length(), longest));
    if (isStorable(start)) {
      return start;
    }
    StringBuilder storable = new StringBuilder(start);
    for (int i = 0; i < start.length(); i++) {
      if (start.charAt(i) == 0 || isHalf(start, i)) {
        storable.setCharAt(i, REPLACEMENT);
      }
    }
    return storable.toString();
  }

  /** The beginning of a text of somebody else's making, fit for a line of the log. */
  static String line(String text) {
    return CONTROL.matcher(of(text, LONGEST_IN_LOG)).replaceAll(" ");
  }

  private static boolean isHalf(String text, int at) {
    char character = text.charAt(at);
    if (Character.isHighSurrogate(character)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(character)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
