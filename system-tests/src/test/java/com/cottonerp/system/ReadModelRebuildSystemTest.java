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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every read model of every service is emptied and filled again from the outboxes. */
@ExtendWith(TestSystem.Shared.class)
class ReadModelRebuildSystemTest {
  private final TestSystem system;
  private final ApiClient api;

  ReadModelRebuildSystemTest(TestSystem system) {
    this.system = system;
    this.api = system.api();
  }

  @Test
  void G10_every_read_model_is_equal_after_a_rebuild() {
    new Sale(new Market(system), new Trader(system), new Trader(system), () -> {}).complete("10");
    awaitNothingPending();
    Map<String, JsonNode> before = digests();

    before.keySet().forEach(model -> api.post(model + "/rebuild", "").expect(202));

    Waiting.untilAsserted(
        "every read model is as it was", () -> assertThat(digests()).isEqualTo(before));
    assertThat(before).hasSizeGreaterThanOrEqualTo(13);
    assertThat(before.values()).anyMatch(digest -> digest.path("rows").asLong() > 0);
  }

  @Test
  void G9_G10_a_read_model_is_rebuilt_while_the_system_runs() {
    UUID first = partner();
    String directory = url("trade-desk-service") + "/partner-directory";

    api.post(directory + "/rebuild", "").expect(202);
    UUID second = partner();

    Waiting.until(
        "old and new partners are in the directory",
        () -> inDirectory(first) && inDirectory(second) && !isRebuilding("partner-directory"));
    assertThat(system.partnerDirectory().parked()).isZero();
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

  private boolean isRebuilding(String name) {
    for (JsonNode model : api.get(url("trade-desk-service")).expect(200).body()) {
      if (model.path("name").asText().equals(name)) {
        return model.path("rebuilding").asBoolean();
      }
    }
    throw new IllegalStateException("There is no read model " + name);
  }

  /** By address. */
  private Map<String, JsonNode> digests() {
    Map<String, JsonNode> digests = new LinkedHashMap<>();
    for (String service :
        new String[] {
          "partners-service", "risk-service", "trade-desk-service", "settings-service"
        }) {
      for (JsonNode model : api.get(url(service)).expect(200).body()) {
        String address = url(service) + "/" + model.path("name").asText();
        digests.put(address, api.get(address + "/digest").expect(200).body());
      }
    }
    return digests;
  }

  private void awaitNothingPending() {
    for (String schema : new String[] {"partners", "risk", "trade_desk", "settings"}) {
      Waiting.until(
          "nothing waits in the outbox of " + schema,
          () -> system.database(schema).count("SELECT count(*) FROM outbox_pending") == 0);
    }
    Map<String, JsonNode> last = digests();
    Waiting.until(
        "the read models come to rest",
        () -> {
          Map<String, JsonNode> now = digests();
          boolean same = now.equals(last);
          last.putAll(now);
          return same;
        });
  }

  private String url(String service) {
    return system.program(service).url() + "/api/v1/read-models";
  }
}
