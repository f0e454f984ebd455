package com.cottonerp.upgrade;

import static java.util.stream.Collectors.joining;

import com.cottonerp.platform.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A service, with the last migration that its version before had.
 *
 * @param folder of its own migrations
 */
record Context(String module, String folder, String schema, int last) {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));

  /** The version before the audit, and before ids of users were opaque. */
  static final List<Context> ALL =
      List.of(
          new Context("partners-service", "partners", "partners", 3),
          new Context("risk-service", "risk", "risk", 7),
          new Context("trade-desk-service", "trade-desk", "trade_desk", 7),
          new Context("settings-service", "settings", "settings", 7));

  private static final Map<String, Double> LAST_SHARED =
      Map.of("eventing", 11.0, "service-persistence", 4.0);

  DataSource source(LocalPostgres postgres) {
    return postgres.dataSource(schema + "_app", schema + "_app");
  }

  /** Migrates to the version before. */
  void migrateToTheVersionBefore(LocalPostgres postgres, Path scratch) throws IOException {
    Path chosen = Files.createDirectories(scratch.resolve(schema));
    for (Map.Entry<Path, Double> folder : folders().entrySet()) {
      try (Stream<Path> scripts = Files.list(folder.getKey())) {
        for (Path script : scripts.filter(name -> number(name) <= folder.getValue()).toList()) {
          Files.copy(script, chosen.resolve(script.getFileName()));
        }
      }
    }
    migrate(postgres, List.of(chosen));
  }

  /** Migrates to this version. */
  void migrate(LocalPostgres postgres) {
    migrate(postgres, List.copyOf(folders().keySet()));
  }

  private Map<Path, Double> folders() {
    return Map.of(
        migrations("eventing", "eventing"), LAST_SHARED.get("eventing"),
        migrations("service-persistence", "service-persistence"),
            LAST_SHARED.get("service-persistence"),
        migrations(module, folder), (double) last);
  }

  private static Path migrations(String module, String folder) {
    return ROOT.resolve(module).resolve("src/main/resources/db").resolve(folder);
  }

  // V0.8.1 is 8.1, V3 is 3.
  private static double number(Path script) {
    String version = script.getFileName().toString().replaceAll("^V(0\\.)?|__.*", "");
    return Double.parseDouble(version);
  }

  private void migrate(LocalPostgres postgres, List<Path> folders) {
    Flyway.configure()
        .dataSource(source(postgres))
        .schemas(schema)
        .defaultSchema(schema)
        .createSchemas(false)
        .outOfOrder(true)
        .placeholders(Map.of("relayRole", "outbox_relay"))
        .locations(
            folders.stream().map(folder -> "filesystem:" + folder).collect(joining(",")).split(","))
        .load()
        .migrate();
  }

  @Override
  public String toString() {
    return module;
  }
}
