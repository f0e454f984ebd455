package com.cottonerp.runner.traces;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The spans of one trace, each span below its parent. Immutable. */
final class SpanTree {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
  private static final double NANOS_PER_MILLI = 1_000_000;

  private final List<ReportedSpan> spans;
  private final long start;
  private final long end;

  SpanTree(List<ReportedSpan> spans) {
    this.spans = spans.stream().sorted(Comparator.comparing(ReportedSpan::startNanos)).toList();
    this.start = this.spans.get(0).startNanos();
    this.end = spans.stream().mapToLong(ReportedSpan::endNanos).max().orElse(start);
  }

  /** One line: id, time, duration, and the name of the first span. */
  String summary() {
    ReportedSpan first = spans.get(0);
    return String.format(
        Locale.ROOT,
        "%s  %s  %8.1f ms  %3d spans  %s %s",
        first.traceId(),
        TIME.format(Instant.ofEpochSecond(0, start)),
        (end - start) / NANOS_PER_MILLI,
        spans.size(),
        first.program(),
        first.name());
  }

  /** Draws a line for each span: start relative to the first span, duration, program, and name. */
  String draw() {
    StringBuilder drawing = new StringBuilder(summary()).append('\n');
    Set<String> known = spans.stream().map(ReportedSpan::spanId).collect(Collectors.toSet());
    // The parent of the first span may be a program that does not report here.
    spans.stream()
        .filter(span -> !known.contains(span.parentId()))
        .forEach(root -> draw(root, 0, drawing));
    return drawing.toString();
  }

  private void draw(ReportedSpan span, int depth, StringBuilder drawing) {
    drawing.append(
        String.format(
            Locale.ROOT,
            "  +%8.1f ms %8.1f ms  %-20s %s%s%s%n",
            (span.startNanos() - start) / NANOS_PER_MILLI,
            (span.endNanos() - span.startNanos()) / NANOS_PER_MILLI,
            span.program(),
            depth == 0 ? "" : "   ".repeat(depth - 1) + "└─ ",
            title(span),
            span.error() == null ? "" : "  FAILED " + span.error()));
    spans.stream()
        .filter(child -> child.parentId().equals(span.spanId()))
        .forEach(child -> draw(child, depth + 1, drawing));
  }

  private static String title(ReportedSpan span) {
    String event = span.attribute("cottonerp.event.type");
    String status = span.attribute("http.response.status_code");
    return span.name()
        + (event.isEmpty() ? "" : "  " + event)
        + (status.isEmpty() ? "" : "  " + status);
  }
}
