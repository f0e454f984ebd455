package com.cottonerp.defaults.lists;

import com.cottonerp.defaults.problem.InvalidField;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A search for words by their beginnings, which a GIN index of {@code search_words} answers. WHY
 * not any part of a word: that needs an extension of PostgreSQL, or reads the whole table.
 */
public final class SearchWords {
  /** Of the value that the condition names. */
  public static final String NAME = "words";

  private static final int MOST_TEXTS = 3;

  private SearchWords() {}

  /**
   * The condition in HQL; {@link #NAME} is what was {@link #asked}.
   *
   * @param attributes of {@code item}, three at most
   */
  public static String in(String... attributes) {
    String texts =
        Stream.concat(Arrays.stream(attributes).map("item."::concat), Stream.generate(() -> "''"))
            .limit(MOST_TEXTS)
            .collect(Collectors.joining(", "));
    return "cast(sql('search_words(?, ?, ?) @@ to_tsquery(''simple'', ?)', "
        + texts
        + ", :words) as Boolean) = true";
  }

  /** The words of a text as PostgreSQL asks for them; 422 for a text without a word. */
  public static String asked(String text) {
    // The punctuation of search_words.
    String words =
        Arrays.stream(text.split("[\\p{Punct}\\s]+"))
            .filter(SearchWords::isWord)
            .map(word -> "'" + word + "':*")
            .collect(Collectors.joining(" & "));
    if (words.isEmpty()) {
      throw new InvalidField("/q", "has a letter or a digit").refused();
    }
    return words;
  }

  // WHY: PostgreSQL notes in its log that it leaves out what has neither.
  private static boolean isWord(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
