package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cottonerp.system.testkit.NodeClient;
import com.cottonerp.system.testkit.TestSystem;
import com.cottonerp.system.testkit.Trader;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The documents as clients use them: linted, made into TypeScript, compiled strictly, and played.
 * It needs Node; the other tests do not.
 */
@ExtendWith(TestSystem.Shared.class)
class GeneratedClientSystemTest {
  private static boolean ready;
  private final TestSystem system;

  GeneratedClientSystemTest(TestSystem system) {
    this.system = system;
  }

  @BeforeEach
  void needsNode() {
    ready = ready || NodeClient.isReady();
    assumeTrue(ready, "Node is not there, or its packages cannot be fetched");
  }

  @Test
  void the_documents_keep_the_rules_of_the_linter() {
    succeeds("lint", Map.of());
  }

  @Test
  void a_generated_client_compiles_strictly_and_plays_a_sale() {
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

  private static String succeeds(String script, Map<String, String> environment) {
    NodeClient.Ended ended = NodeClient.script(script, environment);
    assertThat(ended.exit()).as(script + ": " + ended.output()).isZero();
    return ended.output();
  }
}
