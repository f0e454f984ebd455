package com.cottonerp.platform;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in a container. */
final class ContainerServer implements PostgresServer {
  private static final String IMAGE = "postgres:17";
  private static final String DATA = "/var/lib/postgresql/data";

  private final PostgreSQLContainer container;

  private ContainerServer(PostgreSQLContainer container) {
    this.container = container;
  }

  static ContainerServer temporary(Map<String, String> settings) {
    return start(container(settings));
  }

  /** The data is in a volume, which a file in the directory names. */
  static ContainerServer keeping(Path dataDirectory, int port, Map<String, String> settings) {
    String volume = volume(dataDirectory.resolve("container-volume"));
    PostgreSQLContainer container = container(settings);
    container.setPortBindings(
        List.of("127.0.0.1:" + port + ":" + PostgreSQLContainer.POSTGRESQL_PORT));
    container.withCreateContainerCmdModifier(
        create -> create.getHostConfig().withBinds(new Bind(volume, new Volume(DATA))));
    return start(container);
  }

  private static ContainerServer start(PostgreSQLContainer container) {
    container.start();
    return new ContainerServer(container);
  }

  private static PostgreSQLContainer container(Map<String, String> settings) {
    List<String> command = new ArrayList<>(List.of("postgres"));
    settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    PostgreSQLContainer container =
        new PostgreSQLContainer(IMAGE).withUsername("postgres").withPassword("postgres");
    container.setCommand(command.toArray(String[]::new));
    // Over TCP: the server that only initializes the files does not listen there.
    container.waitingFor(Wait.forSuccessfulCommand("pg_isready -h 127.0.0.1 -U postgres"));
    return container;
  }

  private static String volume(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "cotton-erp-" + UUID.randomUUID());
      }
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public int port() {
    return container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
  }

  @Override
  public void stop() {
    container.stop();
  }
}
