package com.cottonerp.relay.operations;

import com.cottonerp.relay.testkit.FakeBroker;
import com.cottonerp.relay.testkit.TestOutbox;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The database, the broker and the token issuer for the packaged program. */
public class RunningPlatform implements QuarkusTestResourceLifecycleManager {
  private static final String ISSUER = "https://issuer.example";

  static TestOutbox outbox;
  static FakeBroker broker;

  @Override
  public Map<String, String> start() {
    outbox = new TestOutbox();
    outbox.migrate("risk", "risk_app");
    outbox.migrate("trade_desk", "trade_desk_app");
    outbox.migrate("settings", "settings_app");
    broker = FakeBroker.start();
    URI database = URI.create(outbox.jdbcUrl().substring("jdbc:".length()));
    Map<String, String> settings = new HashMap<>();
    settings.put("DATABASE_HOST", database.getHost());
    settings.put("DATABASE_PORT", Integer.toString(database.getPort()));
    settings.put("OUTBOX_RELAY_PASSWORD", "outbox_relay");
    settings.put("PUBSUB_EMULATOR_HOST", broker.host());
    settings.put("OIDC_ISSUER", ISSUER);
    settings.put("OIDC_JWKS_URL", "ignored:quarkus-makes-a-key-for-tests");
    settings.put("relay.publish.backoff-min", "10ms");
    settings.put("relay.publish.backoff-max", "50ms");
    settings.put("relay.publish.probe-interval", "200ms");
    settings.put("relay.poll.fallback", "50ms");
    return settings;
  }

  /** A token signed with the key that Quarkus makes for tests. */
  static String token(String... permissions) {
    return Jwt.issuer(ISSUER)
        .upn("operator")
        .subject("operator")
        .groups(Set.of(permissions))
        .claim("user_type", "INTERNAL")
        .expiresIn(600)
        .sign();
  }

  @Override
  public void stop() {
    broker.close();
    outbox.close();
  }
}
