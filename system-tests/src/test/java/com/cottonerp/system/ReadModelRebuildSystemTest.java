package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.runner.ApiClient;
import com.cottonerp.system.testkit.Company;
import com.cottonerp.system.testkit.Market;
import com.cottonerp.system.testkit.Sale;
import com.cottonerp.system.testkit.TestSystem;
import com.cottonerp.system.testkit.Trader;
import com.cottonerp.system.testkit.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every read model of every service is emptied and filled again from the outboxes. */
@ExtendWith(TestSystem.Shared.class)
class ReadModelRebuildSystemTest {
  private static final String[] SCHEMAS = {"partners", "risk", "trade_desk", "settings"};
  private static final String[] SERVICES = {
    "partners-service", "risk-service", "trade-desk-service", "settings-service"
  };
  private static final int LOOKS_AT_REST = 8;

  private final TestSystem system;
  private final ApiClient api;

  ReadModelRebuildSystemTest(TestSystem system) {
    this.system = system;
    this.api = system.api();
  }

  @Test
  void G10_every_read_model_is_equal_after_a_rebuild() {
    // Other tests publish past the outbox: what they told is gone with the first rebuild, and never
    // comes back.
    rebuildAll();
    acceptAll();
    new Sale(new Market(system), new Trader(system), new Trader(system), () -> {}).complete("10");
    Map<String, JsonNode> before = digestsAtRest();

    rebuildAll();
    Waiting.until("every read model is whole again", () -> rebuilding() == 0);

    assertThat(digestsAtRest()).isEqualTo(before);
    assertThat(before).hasSizeGreaterThanOrEqualTo(13);
    assertThat(before.values()).allMatch(digest -> digest.path("events").asLong() > 0);
  }

  @Test
  void G9_G10_a_read_model_is_rebuilt_while_the_system_runs() {
    UUID first = partner();

    api.post(url("trade-desk-service") + "/partner-directory/rebuild", "").expect(202);
    UUID second = partner();

    Waiting.until(
        "old and new partners are in the directory",
        () -> inDirectory(first) && inDirectory(second));
    Waiting.until("nothing waits", () -> system.partnerDirectory().parked() == 0);
    // What other tests published past the outbox does not come back.
    acceptAll();
  }

  private void rebuildAll() {
    digests().keySet().forEach(model -> api.post(model + "/rebuild", "").expect(202));
    for (String schema : SCHEMAS) {
      Waiting.until(
          "the relay took the replays for " + schema,
          () ->
              system
                      .database(schema)
                      .count(
                          "SELECT count(*) FROM read_model_rebuild WHERE replay_requested_at IS NULL")
                  == 0);
    }
    digestsAtRest();
  }

  private void acceptAll() {
    digests().keySet().forEach(model -> api.post(model + "/accept", "").expect(204));
  }

  private long rebuilding() {
    return Stream.of(SERVICES)
        .flatMap(
            service ->
                StreamSupport.stream(
                    api.get(url(service)).expect(200).body().path("items").spliterator(), false))
        .filter(model -> model.path("rebuilding").asBoolean())
        .count();
  }

  private UUID partner() {
    Company company = new Company(system).apply().handInVerifiedPapers();
    company.submit();
    return company.approved();
  }

  private boolean inDirectory(UUID partnerId) {
    String tradeDesk = system.program("trade-desk-service").url();
    return api.get(tradeDesk + "/api/v1/partner-directory/" + partnerId).status() == 200;
  }

  /** By address. */
  private Map<String, JsonNode> digests() {
    Map<String, JsonNode> digests = new LinkedHashMap<>();
    for (String service : SERVICES) {
      for (JsonNode model : api.get(url(service)).expect(200).body().path("items")) {
        String address = url(service) + "/" + model.path("name").asText();
        digests.put(address, api.get(address + "/digest").expect(200).body());
      }
    }
    return digests;
  }

  /** When everything is published and applied. */
  private Map<String, JsonNode> digestsAtRest() {
    for (String schema : SCHEMAS) {
      Waiting.until(
          "nothing waits in the outbox of " + schema,
          () -> system.database(schema).count("SELECT count(*) FROM outbox_pending") == 0);
    }
    AtomicReference<Map<String, JsonNode>> last = new AtomicReference<>(Map.of());
    AtomicInteger alike = new AtomicInteger();
    Waiting.until(
        "the read models come to rest",
        () -> {
          Map<String, JsonNode> now = digests();
          alike.set(now.equals(last.getAndSet(now)) ? alike.get() + 1 : 0);
          return alike.get() >= LOOKS_AT_REST;
        });
    return last.get();
  }

  private String url(String service) {
    return system.program(service).url() + "/api/v1/read-models";
  }
}
