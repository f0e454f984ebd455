package com.cottonerp.partners.documents;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a text that are not blank, trimmed and of bounded length, so that a pattern takes
 * time in proportion to the text. Characters that are invisible or cannot be stored become blanks.
 */
record TextLines(List<String> lines) {
  private static final int LONGEST_LINE = 2_000;
  private static final int LONGEST_FIELD = 200;

  static TextLines of(String text) {
    return new TextLines(
        text.lines().map(TextLines::trimmed).filter(line -> !line.isEmpty()).toList());
  }

  /** The first match in any line. */
  Optional<String> first(Pattern pattern) {
    return first(line -> found(pattern.matcher(line)));
  }

  /** The first line that is all match, and right. */
  Optional<String> line(Pattern pattern, Predicate<String> right) {
    return first(
        line ->
            pattern.matcher(line).matches() && right.test(line)
                ? Optional.of(line)
                : Optional.empty());
  }

  /** What stands behind a label, in its line or else in the next one. */
  Optional<String> behind(Pattern label) {
    for (int at = 0; at < lines.size(); at++) {
      Matcher matcher = label.matcher(lines.get(at));
      if (matcher.lookingAt()) {
        String rest = lines.get(at).substring(matcher.end()).strip();
        if (!rest.isEmpty()) {
          return Optional.of(cut(rest, LONGEST_FIELD));
        }
        return at + 1 < lines.size()
            ? Optional.of(cut(lines.get(at + 1), LONGEST_FIELD))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  <T> Optional<T> first(Function<String, Optional<T>> search) {
    return lines.stream().map(search).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> found(Matcher matcher) {
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  private static String trimmed(String line) {
    StringBuilder visible = new StringBuilder();
    line.codePoints()
        .limit(LONGEST_LINE)
        .map(one -> isVisible(one) ? one : ' ')
        .forEach(visible::appendCodePoint);
    return visible.toString().strip();
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> true;
    };
  }

  private static String cut(String text, int most) {
    return text.codePoints()
        .limit(most)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
