package com.cottonerp.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The system that {@code docker compose up} runs on this machine; see {@link LocalServer}. */
final class ContainerSystem implements Tokens {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  private ContainerSystem() {}

  /** The addresses of the system in containers; empty when that system does not run. */
  static Optional<SystemFile> find() {
    try {
      return Optional.of(SystemFile.parse(get("/system.json")));
    } catch (IOException nothingThere) {
      return Optional.empty();
    }
  }

  static Tokens tokens() {
    return new ContainerSystem();
  }

  @Override
  public String token(
      String userId, Set<String> permissions, Optional<UUID> partnerId, Duration lifetime) {
    try {
      return get(
          "/token?user=%s&permissions=%s&minutes=%d%s"
              .formatted(
                  URLEncoder.encode(userId, UTF_8),
                  URLEncoder.encode(String.join(",", permissions), UTF_8),
                  lifetime.toMinutes(),
                  partnerId.map(id -> "&partner=" + id).orElse("")));
    } catch (IOException failure) {
      throw new UsageException("The development issuer does not answer: " + failure.getMessage());
    }
  }

  private static String address() {
    return "http://127.0.0.1:" + new HostPorts(System.getenv()).localRunner();
  }

  private static String get(String path) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(5)).build();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IOException(path + " gave " + response.statusCode());
      }
      return response.body();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }
}
