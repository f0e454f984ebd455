package com.cottonerp.system.testkit;

import com.cottonerp.runner.ApiClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** What an operator asks of the relay. */
public final class RelayApi {
  private final ApiClient api;
  private final String partners;

  RelayApi(ApiClient api, String url) {
    this.api = api;
    this.partners = url + "/api/v1/outboxes/partners";
  }

  public JsonNode outbox() {
    return api.get(partners).expect(200).body();
  }

  public String state() {
    return outbox().path("state").asText();
  }

  public JsonNode event(UUID eventId) {
    return api.get(partners + "/events/" + eventId).expect(200).body();
  }

  public JsonNode failedOf(UUID partnerId) {
    return api.get(partners + "/events?status=FAILED&aggregateId=" + partnerId)
        .expect(200)
        .body()
        .path("items");
  }

  public ApiClient.Answer discard(UUID eventId, String body) {
    return api.post(partners + "/events/" + eventId + "/discard", body);
  }

  public long replay(String body) {
    return api.post(partners + "/replays", body).expect(200).body().path("enqueued").asLong();
  }
}
