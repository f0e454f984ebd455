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
 * Alive while the loops run, also when database or broker fails: a restart would repair neither.
 * Ready when at least one source can be read and its topic accepts messages: a broken source must
 * not lock out operators, and services that ask for missing events of other sources.
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
      HealthCheckResponseBuilder health =
          HealthCheckResponse.named("sources")
              .status(relay.sources().stream().anyMatch(source -> source.status().isReady()));
      for (RelaySource source : relay.sources()) {
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
    String others = status.yielding() ? "; its lanes are left to the other replicas" : "";
    if (status.broker().pauseReason().isPresent()) {
      return "paused: " + status.broker().pauseReason().get() + others;
    }
    return status.broker().outage()
        ? "the broker does not answer; retrying" + others
        : "owns " + status.lanes().size() + " lanes";
  }
}
