package com.cottonerp.runner.soak;

import com.cottonerp.runner.ApiClient;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Interventions of operators while business goes on. */
final class OperatorFaults {
  private static final String REASON = "{\"reason\": \"The soak wants to see what follows\"}";

  private final PatientClient client;
  private final PatientClient.As operator;
  private final Supplier<List<String>> partners;
  private final Sql sql;
  private String suspended;

  /**
   * @param partners the ids of all partners so far
   */
  OperatorFaults(
      PatientClient client, PatientClient.As operator, Supplier<List<String>> partners, Sql sql) {
    this.client = client;
    this.operator = operator;
    this.partners = partners;
    this.sql = sql;
  }

  Map<FaultKind, Fault> all() {
    return Map.of(
        FaultKind.REPLAY,
        this::replay,
        FaultKind.REBUILD,
        this::rebuild,
        FaultKind.SUSPENSION,
        new Suspension(),
        FaultKind.EVENT_DISCARDED,
        new BrokenEvent(client, operator, sql));
  }

  private void replay(int choice) {
    client
        .post(
            operator,
            "outbox-relay",
            "outboxes/" + context(choice).source() + "/replays",
            "{\"fromTime\": \"2020-01-01T00:00:00Z\", \"reason\": \"soak\"}")
        .expect(200);
  }

  private void rebuild(int choice) {
    String service = context(choice).service();
    ApiClient.Answer models = client.get(operator, service, "read-models").expect(200);
    String name =
        models
            .body()
            .path("items")
            .path(choice / Members.CONTEXTS.size() % models.body().path("items").size())
            .path("name")
            .asText();
    client.post(operator, service, "read-models/" + name + "/rebuild", "").expect(202);
  }

  private static Members.Context context(int choice) {
    return Members.CONTEXTS.get(choice % Members.CONTEXTS.size());
  }

  /** Suspends one partner for a while. */
  private final class Suspension implements Fault {
    @Override
    public void begin(int choice) {
      List<String> known = partners.get();
      suspended = known.get(choice % known.size());
      change("suspension");
    }

    @Override
    public void end(int choice) {
      change("reactivation");
    }

    private void change(String what) {
      client
          .post(operator, Onboarding.PARTNERS, "partners/" + suspended + "/" + what, REASON)
          .expect(200);
    }
  }
}
