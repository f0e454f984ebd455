package com.cottonerp.defaults.text;

import java.text.Normalizer;

/**
 * Names of people, firms and places: what is kept, and what is compared. Pure.
 *
 * <p>The same name comes in several spellings of Unicode (a letter with its mark as one character
 * or as two, as with U+095B), with two blanks, or with blanks that nobody sees.
 */
public final class Names {
  private Names() {}

  /** The name in Unicode's form C, with single blanks inside and none around; null stays null. */
  public static String normalised(String name) {
    return name == null
        ? null
        : Normalizer.normalize(name, Normalizer.Form.NFC)
            .replaceAll("[\\s\\p{Z}]+", " ")
            .replaceAll("[\\u200B\\u2060\\uFEFF\\u00AD]", "")
            .strip();
  }

  /** Whether somebody sees anything of it. */
  public static boolean isVisible(CharSequence name) {
    return name.codePoints().anyMatch(Names::isVisible);
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          false;
      // Letters of Hangul and Braille that are blank.
      default ->
          point != 0x3164
              && point != 0x115F
              && point != 0x1160
              && point != 0xFFA0
              && point != 0x2800;
    };
  }
}
