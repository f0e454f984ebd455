package com.cottonerp.defaults.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLinesTest {
  record Price(@JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {}

  record Quality(String name) {}

  record Offer(
      String id,
      Price price,
      List<String> marks,
      List<Quality> quality,
      Map<String, String> notes) {}

  private final CsvLines<Offer> lines = new CsvLines<>(new ObjectMapper(), Offer.class);

  @Test
  void a_nested_view_is_columns_a_list_is_a_cell_and_lists_of_views_are_left_out() {
    Offer offer =
        new Offer(
            "1",
            new Price(new BigDecimal("50000.00"), "INR"),
            List.of("a", "b, c"),
            List.of(new Quality("Staple Length")),
            Map.of("k", "v"));

    assertThat(lines.names()).isEqualTo("\uFEFFid,price.amount,price.currency,marks,notes\r\n");
    assertThat(lines.of(List.of(offer))).isEqualTo("1,50000.00,INR,\"a; b, c\",k=v\r\n");
  }

  @Test
  void what_is_null_is_an_empty_cell() {
    assertThat(lines.of(List.of(new Offer("1", null, null, null, null)))).isEqualTo("1,,,,\r\n");
  }

  @Test
  void quotes_and_lines_stay_inside_their_cell() {
    assertThat(lines.of(List.of(new Offer("say \"no\"\nplease", null, null, null, null))))
        .isEqualTo("\"say \"\"no\"\"\nplease\",,,,\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "\uFF1D1", "\uFF20x"})
  void what_begins_like_a_formula_becomes_text(String text) {
    assertThat(HarmlessCell.harmless(text)).isEqualTo("'" + text);
    assertThat(HarmlessCell.harmless("Acme" + text)).isEqualTo("Acme" + text);
  }
}
