package com.cottonerp.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** PostgreSQL from embedded binaries, as a process of this machine. */
final class EmbeddedServer implements PostgresServer {
  private final EmbeddedPostgres server;

  private EmbeddedServer(EmbeddedPostgres server) {
    this.server = server;
  }

  static EmbeddedServer temporary(Map<String, String> settings) {
    return start(EmbeddedPostgres.builder().setRegisterShutdownHook(true), settings);
  }

  static EmbeddedServer keeping(Path dataDirectory, int port, Map<String, String> settings) {
    return start(
        EmbeddedPostgres.builder()
            .setDataDirectory(dataDirectory)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPort(port),
        settings);
  }

  private static EmbeddedServer start(
      EmbeddedPostgres.Builder builder, Map<String, String> settings) {
    settings.forEach(builder::setServerConfig);
    try {
      return new EmbeddedServer(builder.setPGStartupWait(Duration.ofSeconds(60)).start());
    } catch (IOException failure) {
      throw new UncheckedIOException("PostgreSQL did not start", failure);
    }
  }

  @Override
  public int port() {
    return server.getPort();
  }

  @Override
  public void stop() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("PostgreSQL did not stop", failure);
    }
  }
}
