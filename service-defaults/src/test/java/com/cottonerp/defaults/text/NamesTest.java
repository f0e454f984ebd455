package com.cottonerp.defaults.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @Test
  void one_name_in_two_spellings_of_unicode_and_of_blanks_is_one_name() {
    assertThat(Names.normalised(" \u091C\u093C\u0930\u0940\u00A0 \u0915\u0949\u091F\u0928 "))
        .isEqualTo(Names.normalised("\u095B\u0930\u0940 \u0915\u0949\u091F\u0928"));
    assertThat(Names.normalised("Acme\u200B  \tCotton")).isEqualTo("Acme Cotton");
    assertThat(Names.normalised(null)).isNull();
  }

  @Test
  void joiners_of_indian_scripts_stay() {
    String name = "\u0915\u094D\u200D\u0937";
    assertThat(Names.normalised(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "\u200B\u200B",
        "\u00AD",
        "\u2060",
        "\u3164",
        "\u2800",
        "\u200E",
        "\uFEFF"
      })
  void what_nobody_sees_is_not_visible(String name) {
    assertThat(Names.isVisible(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "7", "ગ", "-", "🙂"})
  void what_somebody_sees_is_visible(String name) {
    assertThat(Names.isVisible(name)).isTrue();
  }
}
