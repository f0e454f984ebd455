package com.cottonerp.defaults.database;

import com.cottonerp.defaults.databasetls.DatabaseTls;
import com.cottonerp.defaults.production.ProductionSafety;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The reactive sessions of a service, as protected as {@link DatabaseTls} says. */
@Singleton
class ServicePools implements PgPoolCreator {
  private final DatabaseTls tls;

  ServicePools(
      ProductionSafety safety,
      @ConfigProperty(name = "database.ssl-mode") String mode,
      @ConfigProperty(name = "database.ssl-ca") Optional<String> ca) {
    safety.check();
    this.tls = DatabaseTls.of(mode, ca);
  }

  @Override
  public Pool create(Input input) {
    input.pgConnectOptionsList().forEach(options -> protect(options, tls));
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
        .using(input.vertx())
        .build();
  }

  // WHY more than the mode: without a CA this driver trusts the certificates of the machine, and
  // without an algorithm it compares no host name.
  static PgConnectOptions protect(PgConnectOptions options, DatabaseTls tls) {
    return switch (tls.mode()) {
      case DISABLE -> options.setSslMode(SslMode.DISABLE);
      case REQUIRE -> options.setSslMode(SslMode.REQUIRE).setTrustAll(true);
      case VERIFY_CA ->
          trusting(options, tls).setSslMode(SslMode.VERIFY_CA).setHostnameVerificationAlgorithm("");
      case VERIFY_FULL ->
          trusting(options, tls)
              .setSslMode(SslMode.VERIFY_FULL)
              .setHostnameVerificationAlgorithm("HTTPS");
    };
  }

  private static PgConnectOptions trusting(PgConnectOptions options, DatabaseTls tls) {
    return options
        .setTrustAll(false)
        .setPemTrustOptions(new PemTrustOptions().addCertPath(tls.ca().orElseThrow().toString()));
  }
}
