package com.cottonerp.runner;

import java.util.LinkedHashMap;
import java.util.Map;

/** The environment of a program on this machine. */
final class ProgramEnvironment {
  /** WHY: a developer who loses a message does not wait five minutes for the repair. */
  static final Map<String, String> VERIFY_OFTEN =
      Map.of("INBOX_VERIFY_EVERY", "15s", "INBOX_VERIFY_WATCH", "2s", "INBOX_VERIFY_GRACE", "2s");

  /** WHY: in the demo and the soak, a few users send the requests of a whole company. */
  private static final Map<String, String> HARDLY_LIMITED =
      Map.of(
          "HTTP_READS_AT_ONCE", "1000000",
          "HTTP_WRITES_AT_ONCE", "1000000",
          "HTTP_ANONYMOUS_AT_ONCE", "1000000",
          "HTTP_UPLOADS_OF_ONE_AT_ONCE", "64");

  private ProgramEnvironment() {}

  static Map<String, String> of(
      Program program,
      ProgramPorts ports,
      SystemFile.Database database,
      String pubsubHost,
      DevelopmentIssuer issuer) {
    Map<String, String> environment = new LinkedHashMap<>();
    String address = database.url().replace("jdbc:postgresql://", "");
    environment.put("QUARKUS_PROFILE", "local");
    environment.put("HTTP_PORT", Integer.toString(ports.http()));
    environment.put("MANAGEMENT_PORT", Integer.toString(ports.management()));
    // Programs accept development tokens here, so they listen on this machine only.
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.putAll(swagger(ports));
    environment.put("DATABASE_HOST", address.replaceAll(":.*", ""));
    environment.put("DATABASE_PORT", address.replaceAll(".*:(\\d+)/.*", "$1"));
    environment.put(
        "DATABASE_SSL_MODE", System.getenv().getOrDefault("DATABASE_SSL_MODE", "disable"));
    environment.put("DATABASE_NAME", address.replaceAll(".*/", ""));
    environment.put("PUBSUB_PROJECT_ID", LocalSystem.PROJECT);
    environment.put("PUBSUB_EMULATOR_HOST", pubsubHost);
    environment.put("OIDC_ISSUER", DevelopmentIssuer.ISSUER);
    environment.put("OIDC_JWKS_URL", issuer.publicKeyFile().toAbsolutePath().toString());
    environment.putAll(HARDLY_LIMITED);
    if (program.schema() == null) {
      environment.put("OUTBOX_RELAY_PASSWORD", "outbox_relay");
    } else {
      environment.put("DATABASE_PASSWORD", program.schema() + "_app");
      environment.put("PUBSUB_PROVISION", "true");
      environment.put("PII_HASH_KEY", "a-key-for-this-machine-only-0123456789");
    }
    return environment;
  }

  // Swagger's page is on the management port and calls the API on the HTTP port. A browser allows
  // such a call only if the API allows the page's origin.
  private static Map<String, String> swagger(ProgramPorts ports) {
    return Map.of(
        "QUARKUS_SMALLRYE_OPENAPI_SERVERS",
        "http://localhost:" + ports.http(),
        "QUARKUS_HTTP_CORS_ENABLED",
        "true",
        "QUARKUS_HTTP_CORS_ORIGINS",
        "http://localhost:%1$d,http://127.0.0.1:%1$d".formatted(ports.management()));
  }
}
