package com.cottonerp.system.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A request of a route as its OpenAPI document shows it, with a thing or two about it changed. The
 * same random numbers make the same request.
 */
public record FuzzedRequest(Route route, String head, byte[] body) {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
  private static final Pattern VALUE =
      Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"(?!\\s*:)|-?\\d+(?:\\.\\d+)?|true|false|null");
  private static final Pattern KEY = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"\\s*:");
  private static final String BOUNDARY = "the-boundary";

  /**
   * @param ids of things that are the fuzz test's own
   */
  public static FuzzedRequest of(Random random, Route route, String token, List<String> ids) {
    Headers headers = new Headers();
    headers.add("Host", "localhost");
    if (token != null) {
      headers.add("Authorization", "Bearer " + token);
    }
    Optional<String> type = mediaTypeOf(route);
    byte[] body = new byte[0];
    if (type.isPresent()) {
      boolean form = type.get().startsWith("multipart");
      String stated = form ? type.get() + "; boundary=" + BOUNDARY : type.get();
      headers.add(
          "Content-Type", random.nextInt(12) == 0 ? HostileValues.mediaType(random) : stated);
      body = form ? form(random) : json(random, route);
      headers.add("Content-Length", Integer.toString(body.length));
    }
    if (random.nextInt(8) == 0) {
      headers.add("Accept", HostileValues.mediaType(random));
    }
    parameters(route, "header")
        .filter(name -> random.nextInt(4) == 0)
        .forEach(name -> headers.add(name, HostileValues.header(random)));
    if (random.nextInt(12) == 0) {
      headers.add(
          HostileValues.one(
              random,
              List.of(
                  "traceparent",
                  "Accept-Language",
                  "Accept-Charset",
                  "Range",
                  "Cookie",
                  "X-Forwarded-For",
                  "Expect-Nothing",
                  "Accept-Encoding",
                  "Idempotency-Key",
                  "If-Match")),
          HostileValues.header(random));
    }
    String line = route.method() + " " + target(random, route, ids) + " HTTP/1.1\r\n";
    return new FuzzedRequest(route, line + headers, body);
  }

  /** The path of the request as it is sent, without its query. */
  public String address() {
    return head.split(" ", 3)[1].split("\\?", 2)[0];
  }

  private static String target(Random random, Route route, List<String> ids) {
    String path =
        PARAMETER
            .matcher(route.path())
            .replaceAll(
                name ->
                    Matcher.quoteReplacement(
                        !ids.isEmpty() && random.nextInt(4) > 0
                            ? HostileValues.one(random, ids)
                            : HostileValues.inAddress(random)));
    List<String> query = new ArrayList<>();
    parameters(route, "query")
        .filter(name -> random.nextInt(3) == 0)
        .forEach(name -> query.add(name + "=" + HostileValues.inAddress(random)));
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  private static java.util.stream.Stream<String> parameters(Route route, String in) {
    return StreamSupport.stream(route.operation().path("parameters").spliterator(), false)
        .filter(parameter -> parameter.path("in").asText().equals(in))
        .map(parameter -> parameter.path("name").asText());
  }

  private static Optional<String> mediaTypeOf(Route route) {
    return route.operation().path("requestBody").path("content").properties().stream()
        .map(content -> content.getKey())
        .findFirst();
  }

  private static byte[] json(Random random, Route route) {
    JsonNode content = route.operation().at("/requestBody/content/application~1json");
    List<String> examples = new ArrayList<>();
    content.path("examples").forEach(example -> examples.add(example.path("value").toString()));
    if (content.has("example")) {
      examples.add(content.path("example").toString());
    }
    String body = examples.isEmpty() ? "{}" : HostileValues.one(random, examples);
    int changes = random.nextInt(3);
    for (int change = 0; change < changes; change++) {
      body = changed(random, body);
    }
    return switch (random.nextInt(40)) {
      case 0 -> body.getBytes(UTF_16);
      case 1 -> ("\uFEFF" + body).getBytes(UTF_8);
      case 2 -> body.getBytes(ISO_8859_1);
      case 3 -> new byte[0];
      default -> body.getBytes(UTF_8);
    };
  }

  private static String changed(Random random, String body) {
    return switch (random.nextInt(12)) {
      case 0 -> body.substring(0, random.nextInt(body.length() + 1));
      case 1 -> HostileValues.json(random);
      case 2 ->
          replaced(
              random,
              KEY,
              body,
              key -> key.group() + HostileValues.json(random) + "," + key.group());
      case 3 -> replaced(random, KEY, body, key -> "\"surprise\\u0000\":1," + key.group());
      case 4 -> replaced(random, KEY, body, key -> HostileValues.json(random) + ":");
      default -> replaced(random, VALUE, body, value -> HostileValues.json(random));
    };
  }

  private static String replaced(
      Random random,
      Pattern what,
      String body,
      java.util.function.Function<java.util.regex.MatchResult, String> by) {
    if (body.length() > 100_000) {
      return body;
    }
    List<java.util.regex.MatchResult> found = what.matcher(body).results().toList();
    if (found.isEmpty()) {
      return HostileValues.json(random);
    }
    java.util.regex.MatchResult chosen = HostileValues.one(random, found);
    return body.substring(0, chosen.start()) + by.apply(chosen) + body.substring(chosen.end());
  }

  private static byte[] form(Random random) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    String type = random.nextInt(4) == 0 ? HostileValues.json(random) : "pan_card";
    String name = random.nextInt(4) == 0 ? HostileValues.header(random) + "\u0000" : "card.pdf";
    form.writeBytes(part("name=\"documentType\"", "", type.getBytes(UTF_8)));
    form.writeBytes(
        part(
            "name=\"file\"; filename=\"" + name + "\"",
            "Content-Type: "
                + (random.nextInt(4) == 0 ? HostileValues.mediaType(random) : "application/pdf")
                + "\r\n",
            file(random)));
    form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    byte[] whole = form.toByteArray();
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(whole, random.nextInt(whole.length));
      case 1 ->
          new String(whole, ISO_8859_1)
              .replaceFirst(
                  HostileValues.one(
                      random,
                      List.of(
                          "--the",
                          "\r\n\r\n",
                          "Content-Disposition: ",
                          "form-data; ",
                          "\r\n",
                          "name=")),
                  HostileValues.one(random, List.of("", "\r\n", ":", "\u0000", "--")))
              .getBytes(ISO_8859_1);
      default -> whole;
    };
  }

  private static byte[] part(String disposition, String headers, byte[] content) {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.writeBytes(
        ("--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; "
                + disposition
                + "\r\n"
                + headers
                + "\r\n")
            .getBytes(ISO_8859_1));
    part.writeBytes(content);
    part.writeBytes("\r\n".getBytes(UTF_8));
    return part.toByteArray();
  }

  private static byte[] file(Random random) {
    byte[] noise = new byte[random.nextInt(2_000)];
    random.nextBytes(noise);
    String head =
        HostileValues.one(
            random,
            List.of(
                "%PDF-1.7\n",
                "\u0089PNG\r\n\u001a\n",
                "MZ",
                "<html>",
                "AAACA1234F\n",
                "",
                "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj trailer << /Root 1 0 R >>"));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(head.getBytes(ISO_8859_1));
    if (random.nextBoolean()) {
      file.writeBytes(noise);
    }
    return file.toByteArray();
  }

  private static final class Headers {
    private final StringBuilder lines = new StringBuilder();

    void add(String name, String value) {
      lines.append(lines.isEmpty() ? "" : "\r\n").append(name).append(": ").append(value);
    }

    @Override
    public String toString() {
      return lines.toString();
    }
  }

  /** As somebody would send it again, without the token. */
  @Override
  public String toString() {
    String all =
        head.replaceAll("Bearer [^\r]*", "Bearer …") + "\r\n\r\n" + new String(body, ISO_8859_1);
    return all.substring(0, Math.min(all.length(), 1_500));
  }
}
