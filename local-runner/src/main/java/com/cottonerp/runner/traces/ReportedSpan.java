package com.cottonerp.runner.traces;

import java.util.Map;

/**
 * A span that a program reported.
 *
 * @param parentId empty for the first span of a trace
 * @param startNanos since the epoch
 * @param error null for a span without an error
 */
record ReportedSpan(
    String traceId,
    String spanId,
    String parentId,
    String program,
    String name,
    long startNanos,
    long endNanos,
    String error,
    Map<String, String> attributes) {

  String attribute(String key) {
    return attributes.getOrDefault(key, "");
  }
}
