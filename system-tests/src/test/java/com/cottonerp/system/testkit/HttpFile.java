package com.cottonerp.system.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays a file of HTTP requests as the REST clients of editors do: variables ({@code @name =
 * value}), requests parted by {@code ###}, and what an earlier request was answered ({@code
 * {{name.response.headers.ETag}}}, {@code {{name.response.body.$.id}}}). Beyond that it checks what
 * the comments {@code # @expect}, {@code # @header} and {@code # @problem} say of an answer. Not
 * thread-safe.
 */
public final class HttpFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^}]+)}}");
  private static final Pattern DEFINITION = Pattern.compile("@(\\w+) *= *(.*)");
  private static final Pattern SAYS = Pattern.compile("# @(\\w+) (.*)");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, HttpResponse<String>> answers = new HashMap<>();
  private final Consumer<HttpResponse<String>> everyAnswer;

  /**
   * @param given win over the variables of the file
   */
  public HttpFile(Map<String, String> given, Consumer<HttpResponse<String>> everyAnswer) {
    this.everyAnswer = everyAnswer;
    variables.putAll(given);
  }

  /** Sends all requests in their order; returns how many there were. */
  public int play(Path file) throws IOException, InterruptedException {
    String[] parts = Files.readString(file).split("(?m)^###");
    parts[0]
        .lines()
        .map(DEFINITION::matcher)
        .filter(Matcher::matches)
        .forEach(found -> variables.putIfAbsent(found.group(1), found.group(2)));
    for (int i = 1; i < parts.length; i++) {
      send(parts[i]);
    }
    return parts.length - 1;
  }

  private void send(String part) throws IOException, InterruptedException {
    List<String> lines = part.lines().toList();
    String title = lines.get(0).strip();
    Map<String, List<String>> says = new HashMap<>();
    int at = 1;
    for (; lines.get(at).startsWith("#"); at++) {
      Matcher said = SAYS.matcher(lines.get(at));
      if (said.matches()) {
        says.computeIfAbsent(said.group(1), any -> new ArrayList<>()).add(said.group(2));
      }
    }
    String[] request = filled(lines.get(at++)).split(" ");
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(request[1])).timeout(Duration.ofSeconds(30));
    for (; at < lines.size() && !lines.get(at).isBlank(); at++) {
      String[] header = filled(lines.get(at)).split(": ", 2);
      builder.header(header[0], header[1]);
    }
    String body = filled(String.join("\n", lines.subList(at, lines.size())).strip());
    builder.method(
        request[0], body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    HttpResponse<String> answer = http.send(builder.build(), BodyHandlers.ofString());
    everyAnswer.accept(answer);
    check(title, says, answer);
    says.getOrDefault("name", List.of()).forEach(name -> answers.put(name, answer));
  }

  private void check(String title, Map<String, List<String>> says, HttpResponse<String> answer) {
    assertThat(answer.statusCode())
        .as("%s: %s", title, answer.body())
        .isEqualTo(Integer.parseInt(says.get("expect").get(0)));
    for (String expected : says.getOrDefault("header", List.of())) {
      String[] header = filled(expected).split(": ", 2);
      assertThat(answer.headers().firstValue(header[0])).as(title).contains(header[1]);
    }
    for (String type : says.getOrDefault("problem", List.of())) {
      assertThat(read(answer).path("type").asText()).as(title).endsWith("/" + type);
    }
  }

  private String filled(String text) {
    return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found)));
  }

  private String value(MatchResult found) {
    String name = found.group(1).strip();
    String[] steps = name.split("\\.", 4);
    if (steps.length == 1) {
      return variables.get(name);
    }
    HttpResponse<String> answer = answers.get(steps[0]);
    return steps[2].equals("headers")
        ? answer.headers().firstValue(steps[3]).orElseThrow()
        : read(answer).at(steps[3].substring(1).replace('.', '/')).asText();
  }

  private static JsonNode read(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException malformed) {
      throw new AssertionError(answer.body(), malformed);
    }
  }
}
