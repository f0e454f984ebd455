package com.cottonerp.runner.traces;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last reported traces, in a small memory. Spans of a trace arrive in any order, from several
 * programs. Thread-safe.
 */
final class RecentTraces {
  private final int mostTraces;
  private final int mostSpans;
  private final Map<String, List<ReportedSpan>> traces = new LinkedHashMap<>();

  /**
   * @param mostTraces the limit of traces; a new trace removes the oldest
   * @param mostSpans the limit of spans of a trace; further spans are dropped
   */
  RecentTraces(int mostTraces, int mostSpans) {
    this.mostTraces = mostTraces;
    this.mostSpans = mostSpans;
  }

  synchronized void add(Collection<ReportedSpan> reported) {
    for (ReportedSpan span : reported) {
      List<ReportedSpan> spans = traces.computeIfAbsent(span.traceId(), trace -> new ArrayList<>());
      if (spans.size() < mostSpans) {
        spans.add(span);
      }
    }
    var oldest = traces.keySet().iterator();
    for (int tooMany = traces.size() - mostTraces; tooMany > 0; tooMany--) {
      oldest.next();
      oldest.remove();
    }
  }

  /** The trace whose id begins with the prefix; empty when no trace or several traces do. */
  synchronized Optional<SpanTree> find(String idPrefix) {
    List<String> found = traces.keySet().stream().filter(id -> id.startsWith(idPrefix)).toList();
    return found.size() == 1
        ? Optional.of(new SpanTree(List.copyOf(traces.get(found.get(0)))))
        : Optional.empty();
  }

  /** All traces, the newest last. */
  synchronized List<SpanTree> all() {
    return traces.values().stream().map(spans -> new SpanTree(List.copyOf(spans))).toList();
  }
}
