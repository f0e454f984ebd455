package com.cottonerp.runner.soak;

import com.cottonerp.runner.ApiClient;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends invalid requests to every service: each answer must be a problem detail with a 4xx, and
 * nothing may change (G11). Run only when the system is at rest.
 */
final class BadInput {
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;
  private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
  private static final List<Bad> ALL =
      List.of(
          new Bad("partners-service", "partner-applications", "{\"kind\": "),
          new Bad("partners-service", "partner-applications", "{}"),
          new Bad("partners-service", "partners/" + NOBODY + "/suspension", "{\"reason\": \"x\"}"),
          new Bad("trade-desk-service", "availabilities", "{\"totalQuantity\": \"-1\"}"),
          new Bad("trade-desk-service", "requirements", "[]"),
          new Bad("trade-desk-service", "trades", "{\"negotiationId\": \"none\"}"),
          new Bad("settings-service", "trade-terms", "{\"kind\": \"no such kind\"}"),
          new Bad("settings-service", "trade-terms/" + NOBODY + "/activation", ""),
          new Bad("risk-service", "read-models/no-such-model/rebuild", ""));

  private final Members members;
  private final ApiClient api;
  private final Sql sql;

  BadInput(Members members, ApiClient api, Sql sql) {
    this.members = members;
    this.api = api;
    this.sql = sql;
  }

  private record Bad(String service, String path, String body) {}

  List<String> check() throws SQLException {
    List<String> found = new ArrayList<>();
    long before = sql.events();
    for (Bad bad : ALL) {
      ApiClient.Answer answer = api.post(members.api(bad.service(), 0) + bad.path(), bad.body());
      boolean refused = answer.status() >= CLIENT_ERROR && answer.status() < SERVER_ERROR;
      if (!refused || answer.text("type").isEmpty() || answer.text("title").isEmpty()) {
        found.add("G11: %s was answered with %s".formatted(bad, answer));
      }
    }
    if (sql.events() != before) {
      found.add("G11: what was refused has raised events");
    }
    return found;
  }
}
