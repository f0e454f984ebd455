package com.cottonerp.runner.soak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a soak did and found.
 *
 * @param driven how long business ran under faults
 * @param events committed events, by the relay's name of the outbox
 * @param messages messages that the observers got, with duplicates
 * @param requests answered requests
 * @param repeated the reasons why requests were repeated, with their counts
 * @param stalls for each fault, the time from its end until all events committed by then were
 *     published
 * @param quietPoints the time until level, for each quiet point
 * @param laneStates how often a lane was seen in each state, once a second
 * @param outcomes how deals ended
 * @param startsRepeated how many programs ended while they started, and were started again
 * @param notDone faults that could not be brought about
 * @param violations broken guarantees; empty when every guarantee was kept
 */
public record SoakReport(
    long seed,
    Duration driven,
    Map<String, Long> events,
    long messages,
    long requests,
    Map<String, Long> repeated,
    Map<String, List<Duration>> stalls,
    List<Duration> quietPoints,
    Map<String, Integer> laneStates,
    Map<String, Long> outcomes,
    int startsRepeated,
    List<String> notDone,
    List<String> violations) {
  private static final double MILLIS = 1000.0;

  /** The report as Markdown. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, "Seed %d, %s driven.", seed, minutes(driven));
    line(
        text,
        "%d requests, asked again for %s. %d events %s, %d messages at the observers.",
        requests,
        repeated,
        events.values().stream().mapToLong(Long::longValue).sum(),
        events,
        messages);
    line(
        text,
        "%d quiet points, level after %s at most.",
        quietPoints.size(),
        seconds(longest(quietPoints)));
    line(text, "Lanes were seen as %s.", laneStates);
    line(text, "%n| Fault | Times | Longest stall after it |%n|---|---|---|");
    new TreeMap<>(stalls)
        .forEach(
            (kind, times) ->
                line(text, "| %s | %d | %s |", kind, times.size(), seconds(longest(times))));
    line(text, "%nHow deals ended:");
    outcomes.forEach((how, count) -> line(text, "- %s: %d", how, count));
    line(text, "%nStarts that failed and were repeated: %d", startsRepeated);
    list(text, "Faults that did not come about", notDone);
    list(text, "Violations", violations);
    return text.toString();
  }

  private static void list(StringBuilder text, String title, List<String> what) {
    line(text, "%n%s: %s", title, what.isEmpty() ? "none" : Integer.toString(what.size()));
    what.forEach(one -> line(text, "- %s", one));
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(format.formatted(values)).append(System.lineSeparator());
  }

  private static Duration longest(List<Duration> times) {
    return times.stream().max(Duration::compareTo).orElse(Duration.ZERO);
  }

  private static String minutes(Duration time) {
    return "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart());
  }

  private static String seconds(Duration time) {
    return "%.1f s".formatted(time.toMillis() / MILLIS);
  }
}
