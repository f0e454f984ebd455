package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cottonerp.system.testkit.NodeClient;
import com.cottonerp.system.testkit.TestSystem;
import com.cottonerp.system.testkit.Trader;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The documents as clients use them: linted, made into TypeScript, compiled strictly, and played.
 * Needs Node, but for the requests of the first client.
 */
@ExtendWith(TestSystem.Shared.class)
class GeneratedClientSystemTest {
  private static boolean ready;
  private final TestSystem system;

  GeneratedClientSystemTest(TestSystem system) {
    this.system = system;
  }

  private static void needsNode() {
    ready = ready || NodeClient.isReady();
    assumeTrue(ready, "Node is not there, or its packages cannot be fetched");
  }

  @Test
  void the_documents_keep_the_rules_of_the_linter() {
    needsNode();
    succeeds("lint", Map.of());
  }

  @Test
  void a_generated_client_compiles_strictly_and_plays_a_sale() {
    needsNode();
    Trader seller = new Trader(system);
    Trader buyer = new Trader(system);

    succeeds("generate", Map.of());
    succeeds("compile", Map.of());
    String trade =
        succeeds(
            "sale",
            Map.of(
                "SETTINGS_URL", system.program("settings-service").url(),
                "TRADE_DESK_URL", system.program("trade-desk-service").url(),
                "BROKER_TOKEN", system.token(),
                "SELLER_TOKEN", seller.token(),
                "BUYER_TOKEN", buyer.token()));

    assertThat(trade).contains("\"status\":\"completed\"");
  }

  @Test
  void the_requests_of_the_first_client_are_answered_as_their_page_says() throws Exception {
    String code = "FIRST-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    int played =
        system
            .httpFile(
                Map.of(
                    "settings", system.program("settings-service").url(),
                    "tradeDesk", system.program("trade-desk-service").url(),
                    "token", system.token(),
                    "code", code))
            .play(TestSystem.ROOT.resolve("docs/http/first-client.http"));

    assertThat(played).isEqualTo(9);
  }

  private static String succeeds(String script, Map<String, String> environment) {
    NodeClient.Ended ended = NodeClient.script(script, environment);
    assertThat(ended.exit()).as(script + ": " + ended.output()).isZero();
    return ended.output();
  }
}
