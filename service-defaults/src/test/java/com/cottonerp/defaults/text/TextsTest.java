package com.cottonerp.defaults.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "a\u0000", "\uD800", "\uDC00", "a\uD83D", "\uDE00\uD83D"})
  void a_nul_and_half_a_character_are_no_text(String text) {
    assertThat(Texts.isStorable(text)).isFalse();
    assertThat(Texts.isStorable(Texts.shown(text, 10))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Acme", "ગુજરાત", "\uD83D\uDE00", "\u0007\uFEFF\uFFFF"})
  void any_other_character_is(String text) {
    assertThat(Texts.isStorable(text)).isTrue();
    assertThat(Texts.shown(text, 10)).isEqualTo(text);
  }

  @Test
  void what_is_shown_is_short_and_ends_with_a_whole_character() {
    assertThat(Texts.shown("\uD83D\uDE00".repeat(1_000), 3)).isEqualTo("\uD83D\uDE00".repeat(3));
  }
}
