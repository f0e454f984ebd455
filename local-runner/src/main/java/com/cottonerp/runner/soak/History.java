package com.cottonerp.runner.soak;

import com.cottonerp.runner.ApiClient;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Every answered request, as one line of a file, and the things that the requests made.
 * Thread-safe.
 */
final class History implements AutoCloseable {
  private final BufferedWriter file;
  private final Map<String, Queue<Made>> made = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> repeated = new ConcurrentHashMap<>();
  private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final LongAdder requests = new LongAdder();

  History(Path file) {
    try {
      this.file = Files.newBufferedWriter(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What a 201 promised: the id, and the number if the thing has a number. */
  record Made(String id, String number) {}

  /** A request, with the number of attempts. */
  record Request(String who, String method, String path, String key) {}

  void answered(Request request, ApiClient.Answer answer, int tries, long millis) {
    requests.increment();
    write(
        "{\"at\": \"%s\", \"who\": \"%s\", \"method\": \"%s\", \"path\": \"%s\", \"key\": \"%s\", \"status\": %d, \"attempts\": %d, \"millis\": %d, \"id\": \"%s\", \"type\": \"%s\"}"
            .formatted(
                Instant.now(),
                request.who(),
                request.method(),
                request.path(),
                request.key(),
                answer.status(),
                tries,
                millis,
                answer.text("id"),
                answer.text("type")));
  }

  void unanswered(Request request, String last) {
    unanswered.add("%s had no answer for minutes; the last was %s".formatted(request, last));
  }

  void made(String what, String id, String number) {
    made.computeIfAbsent(what, key -> new ConcurrentLinkedQueue<>()).add(new Made(id, number));
  }

  /** Counts the outcome of a deal. */
  void outcome(String how) {
    count(outcomes, how);
  }

  /** Counts the reason why a request is repeated. */
  void repeated(String why) {
    count(repeated, why);
  }

  private static void count(Map<String, LongAdder> counts, String what) {
    counts.computeIfAbsent(what, key -> new LongAdder()).increment();
  }

  /** Writes a note to the file, between the requests: a fault or a quiet point. */
  void note(String what) {
    write("{\"at\": \"%s\", \"note\": \"%s\"}".formatted(Instant.now(), what.replace('"', '\'')));
  }

  List<Made> made(String what) {
    return List.copyOf(made.getOrDefault(what, new ConcurrentLinkedQueue<>()));
  }

  Map<String, Long> outcomes() {
    return sums(outcomes);
  }

  Map<String, Long> repeated() {
    return sums(repeated);
  }

  /** Records an answer that must not occur. */
  void wrong(String what) {
    wrong.add(what);
  }

  /**
   * The wrong answers, each 500 included: a service must never answer a fault elsewhere with a 500.
   */
  List<String> wrongAnswers() {
    Stream<String> faults =
        repeated().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("500"))
            .map(
                entry ->
                    "%d requests were answered with %s"
                        .formatted(entry.getValue(), entry.getKey()));
    return Stream.concat(wrong.stream(), faults).toList();
  }

  private static Map<String, Long> sums(Map<String, LongAdder> counts) {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((what, count) -> sums.put(what, count.sum()));
    return sums;
  }

  List<String> unanswered() {
    return List.copyOf(unanswered);
  }

  long requests() {
    return requests.sum();
  }

  private synchronized void write(String line) {
    try {
      file.write(line);
      file.newLine();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
