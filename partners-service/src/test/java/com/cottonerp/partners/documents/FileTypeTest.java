package com.cottonerp.partners.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {
  @ParameterizedTest
  @CsvSource({
    "PDF, 255044462d312e37",
    "PDF, efbbbf0d0a255044462d312e37",
    "PNG, 89504e470d0a1a0a0000",
    "JPEG, ffd8ffe000104a46",
    "TIFF, 49492a0008000000",
    "TIFF, 4d4d002a00000008",
    "WEBP, 524946462400000057454250",
    "HEIC, 000000186674797068656963",
    "TEXT, 4753544e0a"
  })
  void a_file_is_what_its_bytes_are(FileType expected, String hex) {
    assertThat(FileType.of("anything.pdf", HexFormat.of().parseHex(hex))).contains(expected);
    assertThat(FileType.of("without ending", HexFormat.of().parseHex(hex))).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4d5a90000300", // a program for Windows
        "7f454c460201", // a program for Linux
        "cafebabe0000", // a class
        "504b03040a00", // an archive, an office document
        "d0cf11e0a1b1", // an old office document
        "1f8b08000000", // packed
        "47494638396101000100", // an animation
        "00",
        "fffe0000"
      })
  void what_is_of_no_kind_that_is_taken_is_refused(String hex) {
    assertThat(FileType.of("certificate.pdf", HexFormat.of().parseHex(hex))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><p>",
        "\n\t <HTML>",
        "\uFEFF<script>",
        "<svg>",
        "<?xml ?>",
        "<!-- -->",
        "#!/bin/sh",
        "%!PS",
        "{\\rtf1"
      })
  void a_text_that_is_rendered_or_run_is_refused(String text) {
    assertThat(FileType.of("certificate.txt", text.getBytes(UTF_8))).isEmpty();
    assertThat(FileType.of("certificate.txt", ("\uFEFF" + text).getBytes(UTF_16LE))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.html", "a.HTM", "a.exe", "a.pdf.exe", "a.js", "a.svg", "a.bat. ."})
  void the_name_of_a_program_or_a_web_page_is_refused(String name) {
    assertThat(FileType.of(name, "text".getBytes(UTF_8))).isEmpty();
    assertThat(FileType.of(name, "%PDF-1.7".getBytes(UTF_8))).isEmpty();
  }

  @Test
  void a_text_of_another_alphabet_or_an_old_code_page_is_a_text() {
    byte[] utf16 = "\uFEFFગુજરાત".getBytes(UTF_16LE);

    assertThat(FileType.of("a.txt", "ગુજરાત\r\n".getBytes(UTF_8))).contains(FileType.TEXT);
    assertThat(FileType.of("a.txt", "Société".getBytes(ISO_8859_1))).contains(FileType.TEXT);
    assertThat(FileType.of("a.txt", utf16)).contains(FileType.TEXT);
    assertThat(FileType.text(utf16, 100)).contains("ગુજરાત");
  }

  @Test
  void of_a_long_text_the_beginning_is_read() {
    assertThat(FileType.text("ગુ".repeat(1000).getBytes(UTF_8), 100)).isEqualTo("ગુ".repeat(50));
  }
}
