package com.cottonerp.runner.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecentTracesTest {
  private final RecentTraces traces = new RecentTraces(2, 3);

  @Test
  void the_oldest_trace_goes_when_there_are_too_many() {
    traces.add(List.of(span("a1", "1"), span("b1", "2"), span("c1", "3")));

    assertThat(traces.all()).hasSize(2);
    assertThat(traces.find("a")).isEmpty();
    assertThat(traces.find("c")).isPresent();
  }

  @Test
  void a_trace_that_grows_without_end_is_cut() {
    for (int i = 0; i < 10; i++) {
      traces.add(List.of(span("a1", Integer.toString(i))));
    }

    assertThat(traces.find("a1").orElseThrow().summary()).contains(" 3 spans");
  }

  @Test
  void the_beginning_of_an_id_that_two_traces_share_names_none() {
    traces.add(List.of(span("a1", "1"), span("a2", "2")));

    assertThat(traces.find("a")).isEmpty();
    assertThat(traces.find("a2")).isPresent();
  }

  private static ReportedSpan span(String trace, String id) {
    return new ReportedSpan(trace, id, "", "relay", "publish", 0, 1, null, Map.of());
  }
}
