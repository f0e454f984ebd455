package com.cottonerp.eventing.pubsub;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/**
 * How each subscription is doing. Always up: a service that does not hear the broker answers
 * requests as before, from read models that grow old; for those there is an alert.
 */
@Readiness
@ApplicationScoped
class SubscriptionsHealth implements HealthCheck {
  private final PubSubConnector connector;

  SubscriptionsHealth(@Connector(PubSubConnector.NAME) PubSubConnector connector) {
    this.connector = connector;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder health = HealthCheckResponse.named("subscriptions").up();
    connector.health().forEach(pulls -> health.withData(pulls.subscription(), describe(pulls)));
    return health.build();
  }

  private static String describe(PullHealth pulls) {
    long seconds = Math.round(pulls.secondsSinceSuccess());
    return (pulls.isFailing() ? "cannot be pulled; " : "") + "last answer " + seconds + " s ago";
  }
}
