package com.cottonerp.runner.soak;

import com.cottonerp.runner.ApiClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A well-behaved client: repeats a request that got no answer, or the answer "later", with the same
 * Idempotency-Key at the next copy of the program, until an answer comes. Thread-safe.
 */
final class PatientClient {
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERRORS = 500;
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Members members;
  private final Gate gate;
  private final History history;

  PatientClient(Members members, Gate gate, History history) {
    this.members = members;
    this.gate = gate;
    this.history = history;
  }

  /** A request got no answer for minutes. The history counts this as a violation. */
  static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unanswered(String message) {
      super(message);
    }
  }

  /** A user with its API; the name is for the history. */
  record As(String name, ApiClient api) {}

  ApiClient.Answer post(As who, String program, String path, String body) {
    String key = UUID.randomUUID().toString();
    return answer(
        new History.Request(who.name(), "POST", path, key),
        program,
        url -> who.api().post(url, body, key));
  }

  ApiClient.Answer get(As who, String program, String path) {
    return answer(
        new History.Request(who.name(), "GET", path, ""), program, url -> who.api().get(url));
  }

  /** A repeated upload may be stored twice: uploads take no Idempotency-Key. */
  ApiClient.Answer upload(As who, String path, String type, String text) {
    return answer(
        new History.Request(who.name(), "UPLOAD", path, ""),
        "partners-service",
        url -> who.api().upload(url, type, text));
  }

  private ApiClient.Answer answer(
      History.Request request, String program, Function<String, ApiClient.Answer> ask) {
    return gate.pass(() -> untilAnswered(request, program, ask));
  }

  private ApiClient.Answer untilAnswered(
      History.Request request, String program, Function<String, ApiClient.Answer> ask) {
    long begun = System.nanoTime();
    int first = request.path().hashCode();
    String last = "none";
    for (int tries = 1; passed(begun) < PATIENCE.toMillis(); tries++) {
      String url = members.api(program, first + tries) + request.path();
      Attempt attempt = attempt(() -> ask.apply(url));
      if (attempt.answer() != null && isAnswer(attempt.answer().status())) {
        history.answered(request, attempt.answer(), tries, passed(begun));
        return attempt.answer();
      }
      last = attempt.answer() == null ? attempt.failure() : attempt.answer().toString();
      history.repeated(attempt.why());
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    history.unanswered(request, last);
    throw new Unanswered(request + ": " + last);
  }

  private record Attempt(ApiClient.Answer answer, String failure) {
    String why() {
      return answer == null
          ? "no answer"
          : (answer.status() + " " + answer.text("type").replaceAll(".*/", "")).strip();
    }
  }

  private static Attempt attempt(Supplier<ApiClient.Answer> ask) {
    try {
      return new Attempt(ask.get(), null);
    } catch (UncheckedIOException noAnswer) {
      return new Attempt(null, noAnswer.getMessage());
    }
  }

  private static boolean isAnswer(int status) {
    return status < SERVER_ERRORS && status != TOO_MANY;
  }

  private static long passed(long since) {
    return Duration.ofNanos(System.nanoTime() - since).toMillis();
  }
}
