package com.cottonerp.defaults.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.cottonerp.eventing.inbox.EventReference;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdsTest {
  private static final UUID ID = UUID.fromString("0199a1c2-1c5e-7d3a-9f7b-2f6f0c6f3a10");
  private static final UUID SUBJECT = UUID.fromString("3f0c1c5e-0199-4d3a-9f7b-2f6f0c6f3a11");
  private static final EventReference SEVENTH = new EventReference(ID, "trade-desk", SUBJECT, 7);

  @Test
  void an_event_is_a_structured_item_with_its_place() {
    assertThat(EventIds.write(List.of(SEVENTH)))
        .isEqualTo(
            "\"0199a1c2-1c5e-7d3a-9f7b-2f6f0c6f3a10\";source=trade-desk;subject=\"3f0c1c5e-0199-4d3a-9f7b-2f6f0c6f3a11\";sequence=7");
  }

  @Test
  void what_was_written_is_read_whatever_proxies_do_to_its_blanks() {
    List<EventReference> events =
        List.of(SEVENTH, new EventReference(SUBJECT, "risk", ID, Integer.MAX_VALUE + 1L));
    String written = EventIds.write(events);

    assertThat(EventIds.read(written)).isEqualTo(events);
    assertThat(EventIds.read(written.replace(", ", ",").replace(";", "; "))).isEqualTo(events);
    assertThat(EventIds.read("\t" + written.replace(", ", " ,\t") + " ")).isEqualTo(events);
  }

  @Test
  void the_order_of_parameters_does_not_matter_and_others_are_ignored() {
    assertThat(
            EventIds.read(
                "\"%s\";new=?1;sequence=7;text=\"a;b,\\\"c\";subject=\"%s\";flag;source=trade-desk"
                    .formatted(ID, SUBJECT)))
        .containsExactly(SEVENTH);
  }

  @Test
  void no_more_is_written_than_a_request_can_say_again() {
    String written = EventIds.write(Collections.nCopies(EventIds.MOST + 1, SEVENTH));

    assertThat(EventIds.read(written)).hasSize(EventIds.MOST);
    assertThat(written.length()).isLessThan(12_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EventIds.read(written + ", " + EventIds.write(List.of(SEVENTH))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0199a1c2-1c5e-7d3a-9f7b-2f6f0c6f3a10",
        "\"0199a1c2-1c5e-7d3a-9f7b-2f6f0c6f3a10\"",
        "\"0199a1c2\";source=risk;subject=\"3f0c1c5e-0199-4d3a-9f7b-2f6f0c6f3a11\";sequence=7",
        "\"------------------------------------\";source=risk;subject=\"3f0c1c5e-0199-4d3a-9f7b-2f6f0c6f3a11\";sequence=7",
        "\"0199a1c2-1c5e-7d3a-9f7b-2f6f0c6f3a10\";source=risk;subject=\"me\";sequence=7",
        "\"0199a1c2-1c5e-7d3a-9f7b-2f6f0c6f3a10\";source=risk;subject=\"3f0c1c5e-0199-4d3a-9f7b-2f6f0c6f3a11\"",
        "\"0199a1c2-1c5e-7d3a-9f7b-2f6f0c6f3a10\";source=risk;subject=\"3f0c1c5e-0199-4d3a-9f7b-2f6f0c6f3a11\";sequence=0",
        "\"0199a1c2-1c5e-7d3a-9f7b-2f6f0c6f3a10\";source=risk;subject=\"3f0c1c5e-0199-4d3a-9f7b-2f6f0c6f3a11\";sequence=9999999999999999999",
        "\"0199a1c2-1c5e-7d3a-9f7b-2f6f0c6f3a10\";source=risk;subject=\"3f0c1c5e-0199-4d3a-9f7b-2f6f0c6f3a11\";sequence=7,",
        "\"0199a1c2-1c5e-7d3a-9f7b-2f6f0c6f3a10\";source=risk;subject=\"3f0c1c5e-0199-4d3a-9f7b-2f6f0c6f3a11\";sequence=7 x"
      })
  void anything_else_is_refused(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> EventIds.read(value));
  }
}
