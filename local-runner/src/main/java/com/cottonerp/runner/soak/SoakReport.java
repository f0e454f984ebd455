package com.cottonerp.runner.soak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a soak did and found.
 *
 * @param driven how long business was driven under faults
 * @param events committed, by the relay's name of the outbox
 * @param messages that the observers got, with those that came twice
 * @param requests that were answered
 * @param repeated why requests were asked again, and how often
 * @param stalls from the end of each fault until all that was committed by then was published
 * @param quietPoints how long each took to be level
 * @param laneStates how often a lane was seen in each state, looked at every second
 * @param outcomes how deals ended
 * @param notDone faults that did not come about
 * @param violations what must not be; empty when every guarantee was kept
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
    List<String> notDone,
    List<String> violations) {
  private static final double MILLIS = 1000.0;

  /** For people, as Markdown. */
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
