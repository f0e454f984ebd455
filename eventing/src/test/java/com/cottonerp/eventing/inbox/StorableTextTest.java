package com.cottonerp.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StorableTextTest {
  @Test
  void what_cannot_be_stored_is_replaced() {
    assertThat(StorableText.of("a\u0000b\ud800c", 10)).isEqualTo("a\uFFFDb\uFFFDc");
    assertThat(StorableText.of("\ud83c\udf3e", 1)).isEqualTo("\uFFFD");
  }

  @Test
  void a_text_of_somebody_else_is_one_line_of_a_bounded_length_in_the_log() {
    assertThat(StorableText.line("Partner\r\n2026-11-25 ERROR forged\u2028\u001b[2J"))
        .isEqualTo("Partner 2026-11-25 ERROR forged [2J");
    assertThat(StorableText.line("x".repeat(1_000_000))).hasSize(300);
  }
}
