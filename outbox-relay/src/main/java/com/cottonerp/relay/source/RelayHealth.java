package com.cottonerp.relay.source;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Alive as long as the loops run, whatever the database and the broker do: a restart heals neither.
 * Ready when every source can be read and its topic takes messages.
 */
@Singleton
class RelayHealth {
  private final Relay relay;

  RelayHealth(Relay relay) {
    this.relay = relay;
  }

  @Produces
  @Liveness
  HealthCheck loopsRun() {
    return () -> loops("loops run");
  }

  @Produces
  @Startup
  HealthCheck loopsStarted() {
    return () -> loops("loops started");
  }

  @Produces
  @Readiness
  HealthCheck sourcesReady() {
    return () -> {
      HealthCheckResponseBuilder health = HealthCheckResponse.named("sources").up();
      for (RelaySource source : relay.sources()) {
        if (!source.status().isReady()) {
          health.down();
        }
        health.withData(source.name(), describe(source.status()));
      }
      return health.build();
    };
  }

  private HealthCheckResponse loops(String name) {
    return HealthCheckResponse.named(name)
        .status(relay.sources().stream().allMatch(RelaySource::isAlive))
        .build();
  }

  private static String describe(SourceStatus status) {
    if (!status.connected()) {
      return "database: " + status.databaseError().orElse("connecting");
    }
    if (status.broker().pauseReason().isPresent()) {
      return "paused: " + status.broker().pauseReason().get();
    }
    return status.broker().outage()
        ? "the broker does not answer; retrying"
        : "owns " + status.lanes().size() + " lanes";
  }
}
