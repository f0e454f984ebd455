package com.cottonerp.defaults.events;

import com.cottonerp.eventing.inbox.EventReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code Event-Id} and {@code If-Applied}: a list of structured items (RFC 8941), one an event.
 *
 * <pre>"0199a1c2-…";source=partners;subject="3f0c…";sequence=7</pre>
 *
 * The item is the id of the event as a string; a UUID that begins with a digit is no token. The
 * parameters say where the event stands, so that no service keeps the ids of all events that it has
 * applied. Parameters that are not known are ignored. Pure.
 */
public final class EventIds {
  /** The header of an answer. */
  public static final String HEADER = "Event-Id";

  /** The header of a request. */
  public static final String CONDITION = "If-Applied";

  static final String EXPECTED =
      "is the Event-Id of an answer, such as"
          + " \"0199a1c2-1c5e-7d3a-9f7b-2f6f0c6f3a10\";source=partners;subject=\"0199a1c2-1c5e-7d3a-9f7b-2f6f0c6f3a11\";sequence=7;"
          + " several are parted by commas";

  /** As many as fit into the head of a request; no operation raises more. */
  static final int MOST = 64;

  private static final String KEY = "[a-z*][a-z0-9_.*-]*";
  private static final String VALUE =
      "\"(?:[^\"\\\\]|\\\\.){0,100}\"|[A-Za-z*][\\w:/.*-]{0,100}|-?\\d{1,18}|\\?[01]";
  private static final Pattern PARAMETER =
      Pattern.compile("[ ]*;[ ]*(" + KEY + ")(?:=(" + VALUE + "))?");
  private static final Pattern ID = Pattern.compile("[ \\t]*\"([0-9a-fA-F-]{36})\"");
  private static final Pattern SEPARATOR = Pattern.compile("[ \\t]*(,|$)");

  private EventIds() {}

  /** The value of the header; the last events when there are more than fit. */
  public static String write(List<EventReference> events) {
    return events.subList(Math.max(0, events.size() - MOST), events.size()).stream()
        .map(
            event ->
                "\"%s\";source=%s;subject=\"%s\";sequence=%d"
                    .formatted(
                        event.eventId(), event.outbox(), event.aggregateId(), event.sequence()))
        .collect(Collectors.joining(", "));
  }

  /** Reads the value of a header; fails with an {@code IllegalArgumentException} otherwise. */
  static List<EventReference> read(String value) {
    List<EventReference> events = new ArrayList<>();
    int at = 0;
    do {
      Matcher id = find(ID, value, at);
      at = id.end();
      Map<String, String> parameters = new HashMap<>();
      Matcher parameter = PARAMETER.matcher(value).region(at, value.length());
      while (parameter.lookingAt()) {
        parameters.put(parameter.group(1), parameter.group(2));
        at = parameter.end();
        parameter.region(at, value.length());
      }
      events.add(event(id.group(1), parameters));
      Matcher separator = find(SEPARATOR, value, at);
      at = separator.group(1).isEmpty() ? -1 : separator.end();
    } while (at >= 0 && events.size() <= MOST);
    if (events.size() > MOST) {
      throw new IllegalArgumentException("More than " + MOST);
    }
    return events;
  }

  private static Matcher find(Pattern pattern, String value, int at) {
    Matcher matcher = pattern.matcher(value).region(at, value.length());
    if (!matcher.lookingAt()) {
      throw new IllegalArgumentException("Not readable from " + at);
    }
    return matcher;
  }

  private static EventReference event(String id, Map<String, String> parameters) {
    long sequence = Long.parseLong(required(parameters, "sequence"));
    if (sequence < 1) {
      throw new IllegalArgumentException("A sequence is 1 or more");
    }
    return new EventReference(
        UUID.fromString(id),
        required(parameters, "source"),
        UUID.fromString(required(parameters, "subject").replace("\"", "")),
        sequence);
  }

  private static String required(Map<String, String> parameters, String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("No " + name);
    }
    return value;
  }
}
