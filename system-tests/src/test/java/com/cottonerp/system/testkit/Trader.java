package com.cottonerp.system.testkit;

import com.cottonerp.runner.ApiClient;
import com.cottonerp.runner.DevelopmentIssuer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A partner at the trade desk, as patient as a good client: what cannot be answered right now is
 * asked again, with the same Idempotency-Key.
 */
public final class Trader {
  private final TestSystem system;
  private final UUID partnerId;
  private final String token;
  private final ApiClient api;

  /** Approved by a reviewer, with a warehouse that ships and receives. */
  public Trader(TestSystem system) {
    this(system, new Company(system));
  }

  public Trader(TestSystem system, Company company) {
    this.system = system;
    company.apply().handInVerifiedPapers().submit();
    this.partnerId = company.approved();
    this.token =
        system
            .local()
            .issuer()
            .token(
                "user-of-" + partnerId,
                DevelopmentIssuer.allPermissions(),
                Optional.of(partnerId),
                Duration.ofHours(1));
    this.api = new ApiClient(token);
    patiently(
        "a warehouse",
        system.api(),
        system.program("partners-service").url() + "/api/v1/partners/" + partnerId + "/locations",
        """
        {"type": "warehouse", "name": "Warehouse", "code": "W1", "defaultShipTo": true, "defaultShipFrom": true,
         "address": {"line": "Highway 27", "city": "Gondal", "state": "Gujarat", "postalCode": "360311", "country": "IN",
                     "latitude": 21.96, "longitude": 70.80}}
        """);
  }

  public String token() {
    return token;
  }

  public UUID id() {
    return partnerId;
  }

  /** The answer to a POST at the trade desk that is neither a failure nor "try again". */
  public ApiClient.Answer post(String path, String body) {
    return patiently(path, api, url(path), body);
  }

  /** The id of what a POST made. */
  public String made(String path, String body) {
    return post(path, body).expect(201).text("id");
  }

  public JsonNode get(String path) {
    AtomicReference<JsonNode> answer = new AtomicReference<>();
    Waiting.until(
        "an answer of " + path,
        () -> {
          answer.set(api.get(url(path)).expect(200).body());
          return true;
        });
    return answer.get();
  }

  public ApiClient.Answer contactOf(UUID other) {
    return api.get(
        system.program("partners-service").url() + "/api/v1/partners/" + other + "/contact");
  }

  public void awaitStatus(String path, String status) {
    Waiting.until(
        path + " to be " + status, () -> get(path).path("status").asText().equals(status));
  }

  private String url(String path) {
    return system.program("trade-desk-service").url() + "/api/v1/" + path;
  }

  static ApiClient.Answer patiently(String what, ApiClient api, String url, String body) {
    String key = UUID.randomUUID().toString();
    AtomicReference<ApiClient.Answer> answer = new AtomicReference<>();
    Waiting.until(
        "an answer to " + what,
        () -> {
          try {
            answer.set(api.post(url, body, key));
            return answer.get().status() < 500;
          } catch (UncheckedIOException notThere) {
            return false;
          }
        });
    return answer.get();
  }
}
