package com.cottonerp.relay.operations;

import com.cottonerp.defaults.databasetls.DatabaseTls;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.relay.RelayConfig;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Connections for operators' requests: a small pool per source, separate from the loop's
 * connection.
 */
@ApplicationScoped
class OutboxPools {
  private static final int MAX_CONNECTIONS = 4;
  private static final Duration ACQUISITION_TIMEOUT = Duration.ofSeconds(3);
  private static final String SOCKET_TIMEOUT_SECONDS = "30";

  private final RelayConfig config;
  private final Map<String, AgroalDataSource> pools = new ConcurrentHashMap<>();

  OutboxPools(RelayConfig config) {
    this.config = config;
  }

  /** Work on one source's database. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Refuses when the source does not exist or its database is unreachable. */
  <T> T with(String source, Work<T> work) {
    if (!config.sources().containsKey(source)) {
      throw new NotFound("outbox", source).refused();
    }
    try (Connection connection = pools.computeIfAbsent(source, this::pool).getConnection()) {
      return work.on(connection);
    } catch (SQLException failure) {
      throw new OutboxUnreachable(source, failure.getMessage()).refused();
    }
  }

  private AgroalDataSource pool(String name) {
    RelayConfig.Source source = config.sources().get(name);
    AgroalDataSourceConfigurationSupplier settings = new AgroalDataSourceConfigurationSupplier();
    settings
        .connectionPoolConfiguration()
        .maxSize(MAX_CONNECTIONS)
        .acquisitionTimeout(ACQUISITION_TIMEOUT)
        .idleValidationTimeout(Duration.ofSeconds(5))
        .connectionValidator(
            io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator
                .defaultValidator())
        // Without a sorter the pool would hand out a lost connection again and again.
        .exceptionSorter(new PostgreSQLExceptionSorter())
        .connectionFactoryConfiguration()
        .jdbcUrl(source.url())
        .principal(new NamePrincipal(source.user()))
        .credential(new SimplePassword(source.password()))
        .jdbcProperty("currentSchema", source.schema())
        .jdbcProperty("ApplicationName", "outbox-relay console")
        .jdbcProperty("connectTimeout", "3")
        .jdbcProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
    DatabaseTls.of(source.sslMode(), source.sslCa())
        .jdbcProperties()
        .forEach(
            settings.connectionPoolConfiguration().connectionFactoryConfiguration()::jdbcProperty);
    try {
      return AgroalDataSource.from(settings);
    } catch (SQLException failure) {
      throw new OutboxUnreachable(name, failure.getMessage()).refused();
    }
  }

  @PreDestroy
  void close() {
    pools.values().forEach(AgroalDataSource::close);
  }
}
