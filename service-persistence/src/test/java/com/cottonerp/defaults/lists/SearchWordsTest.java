package com.cottonerp.defaults.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.defaults.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "dha spin > 'dha':* & 'spin':*",
        "PRT-2026/17 > 'PRT':* & '2026':* & '17':*",
        "o'Neill & Co. > 'o':* & 'Neill':* & 'Co':*",
        "a':* | 'b > 'a':* & 'b':*",
        "\\ x ! > 'x':*",
        "தமிழ் — 3 > 'தமிழ்':* & '3':*"
      })
  void a_text_is_asked_for_by_the_beginnings_of_its_words(String text, String asked) {
    assertThat(SearchWords.asked(text)).isEqualTo(asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "& | !", "—", "(:*)"})
  void G11_a_text_without_a_word_is_refused(String text) {
    assertThatThrownBy(() -> SearchWords.asked(text)).isInstanceOf(RefusedException.class);
  }

  @Test
  void a_condition_always_names_the_three_texts_of_the_index() {
    assertThat(SearchWords.in("code", "name"))
        .isEqualTo(
            "cast(sql('search_words(?, ?, ?) @@ to_tsquery(''simple'', ?)',"
                + " item.code, item.name, '', :words) as Boolean) = true");
  }
}
