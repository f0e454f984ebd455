package com.cottonerp.system;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.platform.testkit.ApiDocument;
import com.cottonerp.runner.DevelopmentIssuer;
import com.cottonerp.runner.ProgramProcess;
import com.cottonerp.system.testkit.FuzzedRequest;
import com.cottonerp.system.testkit.RawHttp;
import com.cottonerp.system.testkit.Route;
import com.cottonerp.system.testkit.TestSystem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Requests that nobody has thought of, made from what the programs say of themselves. {@code
 * -Dfuzz.requests=100000} for long, {@code -Dfuzz.seed=7} for others.
 */
@ExtendWith(TestSystem.Shared.class)
class FuzzSystemTest {
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 3_000);
  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROBLEMS = "https://problems.cotton-erp.example/";
  // What HTTP itself has against a request is said before anything of ours reads it.
  private static final Set<Integer> OF_HTTP = Set.of(400, 413, 414, 431);
  // Nobody can tell a thing whose event has not come yet from one that there is not.
  private static final String COMES_LATER = "-not-known-yet";
  private static final int MOST_IDS = 200;
  private static final Pattern DOTS = Pattern.compile("/(\\.|%2e)+(/|$)", CASE_INSENSITIVE);

  private final TestSystem system;
  private final Map<String, String> documents = new HashMap<>();
  private final Map<String, ApiDocument> answers = new HashMap<>();
  private final List<String> ids = new ArrayList<>();

  FuzzSystemTest(TestSystem system) {
    this.system = system;
  }

  @Test
  void G11_whatever_is_asked_the_answer_is_the_thing_or_a_documented_problem() {
    List<Route> routes = routes();
    List<String> tokens = tokens();
    // By what is wrong: one request for each is enough to begin with.
    Map<String, String> failures = new TreeMap<>();
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (int number = 0; number < REQUESTS; number++) {
      Random random = new Random(SEED * 1_000_003 + number);
      // A new Random's first numbers are alike for seeds that are.
      random.longs(3).sum();
      Route route = routes.get(random.nextInt(routes.size()));
      String token = tokens.get(Math.max(0, random.nextInt(tokens.size() + 8) - 8));
      FuzzedRequest request = FuzzedRequest.of(random, route, token, ids);
      String failure = failureOf(request, statuses);
      if (failure != null) {
        failures.putIfAbsent(
            route + ": " + failure, "request %d of seed %d: %s".formatted(number, SEED, request));
      }
    }
    System.out.println("Fuzzed: " + statuses + ", things made: " + ids.size());

    assertThat(failures).isEmpty();
    assertThat(statuses.keySet()).as("things were made and read, too").contains(200, 201);
    assertThat(system.local().programs()).allMatch(ProgramProcess::isReady);
  }

  /** What is wrong with the answer; null when nothing is. */
  private String failureOf(FuzzedRequest request, Map<Integer, Integer> statuses) {
    RawHttp.Answer answer;
    try {
      answer = RawHttp.send(request.route().program(), request.head(), request.body());
    } catch (IOException | RuntimeException failure) {
      return "no answer: " + failure;
    }
    statuses.merge(answer.status(), 1, Integer::sum);
    if (answer.status() < 400) {
      remember(answer);
      return isWhatItSays(answer)
          ? otherThanDocumented(request, answer)
          : "not what its type says: " + answer;
    }
    boolean comesLater = answer.status() == 503 && answer.body().contains(COMES_LATER);
    if (answer.status() >= 500 && !comesLater) {
      return answer.status() + " " + answer.body();
    }
    if (answer.body().isEmpty() && OF_HTTP.contains(answer.status())) {
      return null;
    }
    // Two dots lead to another address, which may not know the method; no operation is asked then.
    if (answer.status() == 405 && answer.body().contains("method-not-allowed")) {
      return null;
    }
    if (!answer.isProblem()) {
      return "%d is no problem but %s".formatted(answer.status(), answer.headers());
    }
    String undocumented = undocumented(request.route().program(), answer);
    return undocumented == null ? otherThanDocumented(request, answer) : undocumented;
  }

  /** In what the answer differs from what the document says of the operation; null for nothing. */
  private String otherThanDocumented(FuzzedRequest request, RawHttp.Answer answer) {
    String address = request.address();
    if (DOTS.matcher(address).find()) { // They lead to another operation, or to none.
      return null;
    }
    try {
      answers
          .get(request.route().program())
          .check(
              request.route().method(),
              address,
              answer.status(),
              name -> answer.headers().get(name.toLowerCase(Locale.ROOT)),
              answer.body());
      return null;
    } catch (AssertionError other) {
      return answer.status() + " " + other.getMessage();
    }
  }

  private static boolean isWhatItSays(RawHttp.Answer answer) {
    String type = answer.headers().getOrDefault("content-type", "");
    if (type.startsWith("text/csv") || answer.body().isEmpty()) {
      return true;
    }
    try {
      JSON.readTree(answer.body());
      return type.startsWith("application/json");
    } catch (JsonProcessingException noJson) {
      return false;
    }
  }

  private String undocumented(String program, RawHttp.Answer answer) {
    try {
      JsonNode problem = JSON.readTree(answer.body());
      String type = problem.path("type").asText();
      if (!type.startsWith(PROBLEMS) || problem.path("status").asInt() != answer.status()) {
        return "not a problem of ours: " + answer.body();
      }
      String name = type.substring(PROBLEMS.length());
      return documents.get(program).contains(name) ? null : "undocumented type " + name;
    } catch (JsonProcessingException malformed) {
      return "malformed: " + answer.body();
    }
  }

  /** The id of a thing that a request made: later ones may ask for it, and change it. */
  private void remember(RawHttp.Answer answer) {
    String location = answer.headers().getOrDefault("location", "");
    String id = location.substring(location.lastIndexOf('/') + 1);
    if (answer.status() == 201 && id.length() == 36 && ids.size() < MOST_IDS) {
      ids.add(id);
    }
  }

  private List<String> tokens() {
    Set<String> all = DevelopmentIssuer.allPermissions();
    List<String> tokens = new ArrayList<>();
    tokens.add(token("fuzz", all, Optional.empty()));
    tokens.add(token("fuzz-external", all, Optional.of(new UUID(7, 7))));
    tokens.add(token("fuzz-reader", Set.of("PARTNER_READ", "TRADE_READ"), Optional.empty()));
    tokens.add(token("fuzz-nobody", Set.of(), Optional.empty()));
    tokens.add("garbage");
    tokens.add(null);
    return tokens;
  }

  private String token(String user, Set<String> permissions, Optional<UUID> partner) {
    return system.local().issuer().token(user, permissions, partner, Duration.ofHours(12));
  }

  private List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (ProgramProcess program : system.local().programs()) {
      if (!program.name().matches(".*-\\d")) {
        JsonNode document =
            system.api().get(program.managementUrl() + "/openapi?format=json").expect(200).body();
        documents.put(program.url(), document.toString());
        answers.put(program.url(), new ApiDocument(document));
        Route.of(program.url(), document).forEach(routes::add);
      }
    }
    assertThat(routes).hasSizeGreaterThan(100);
    return routes;
  }
}
