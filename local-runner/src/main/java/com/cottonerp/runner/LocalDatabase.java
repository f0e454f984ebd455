package com.cottonerp.runner;

import com.cottonerp.platform.DatabaseBootstrap;
import com.cottonerp.platform.LocalPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL of the local system: embedded, or the server that {@code DATABASE_URL} names. */
final class LocalDatabase {
  private final SystemFile.Database address;
  private final LocalPostgres embedded;

  private LocalDatabase(SystemFile.Database address, LocalPostgres embedded) {
    this.address = address;
    this.embedded = embedded;
  }

  static LocalDatabase start(Path dataDirectory, int port) {
    String url = System.getenv("DATABASE_URL");
    return url == null || url.isBlank() ? embedded(dataDirectory, port) : existing(URI.create(url));
  }

  private static LocalDatabase embedded(Path dataDirectory, int port) {
    LeftoverProcesses.stopPostgres(dataDirectory);
    LocalPostgres postgres = LocalPostgres.start(dataDirectory, port);
    return new LocalDatabase(
        new SystemFile.Database(
            "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + LocalPostgres.DATABASE,
            "postgres",
            "postgres"),
        postgres);
  }

  // postgresql://user:password@host:port/database; the user must be allowed to create roles.
  private static LocalDatabase existing(URI url) {
    String[] login = Optional.ofNullable(url.getUserInfo()).orElse("postgres").split(":", 2);
    String jdbc =
        "jdbc:postgresql://%s:%d%s"
            .formatted(url.getHost(), url.getPort() < 0 ? 5432 : url.getPort(), url.getPath());
    String password = login.length > 1 ? login[1] : "";
    PGSimpleDataSource owner = new PGSimpleDataSource();
    owner.setUrl(jdbc);
    owner.setUser(login[0]);
    owner.setPassword(password);
    DatabaseBootstrap.run(owner, LocalPostgres.ROLES);
    return new LocalDatabase(new SystemFile.Database(jdbc, login[0], password), null);
  }

  SystemFile.Database address() {
    return address;
  }

  boolean isOurs() {
    return embedded != null;
  }

  void stop() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
