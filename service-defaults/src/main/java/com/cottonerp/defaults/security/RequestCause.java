package com.cottonerp.defaults.security;

import com.cottonerp.defaults.connections.ClientAddresses;
import com.cottonerp.defaults.text.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Unremovable;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.RequestScoped;

/** Who asks for a change, from where, for whom, with which operation, and why. */
@RequestScoped
@Unremovable
public class RequestCause {
  private static final int LONGEST = 500;

  private final Caller caller;
  private final HttpServerRequest http;
  private final ClientAddresses addresses;
  private final ObjectMapper json;

  RequestCause(
      Caller caller, HttpServerRequest http, ClientAddresses addresses, ObjectMapper json) {
    this.caller = caller;
    this.http = http;
    this.addresses = addresses;
    this.json = json;
  }

  /**
   * As the setting {@code audit.context} has it.
   *
   * @param content the parsed body, which may say why; null for none
   */
  public JsonObject of(Object content) {
    JsonObject cause =
        new JsonObject()
            .put("actor", Texts.shown(caller.userId(), LONGEST))
            .put("actorName", Texts.shown(caller.userName(), LONGEST))
            .put("operation", Texts.shown(http.method().name() + " " + http.path(), LONGEST))
            .put("address", addresses.of(http));
    caller.partnerId().ifPresent(partner -> cause.put("actingFor", partner.toString()));
    String reason = reason(content);
    if (reason != null) {
      cause.put("reason", Texts.shown(reason, LONGEST));
    }
    return cause;
  }

  // The notes of a decision say why; those of a post say what it is.
  private String reason(Object content) {
    if (content == null) {
      return null;
    }
    JsonNode body = json.valueToTree(content);
    JsonNode reason =
        body.has("decision") || body.has("outcome") ? body.path("notes") : body.path("reason");
    return reason.isTextual() ? reason.asText() : body.path("reason").asText(null);
  }
}
