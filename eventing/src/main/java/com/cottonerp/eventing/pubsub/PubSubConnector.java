package com.cottonerp.eventing.pubsub;

import com.cottonerp.eventing.topology.TopologyProvisioning;
import com.google.cloud.pubsub.v1.SubscriptionAdminClient;
import com.google.pubsub.v1.SubscriptionName;
import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/**
 * Channels of this connector carry {@link com.cottonerp.eventing.inbox.ReceivedMessage}s.
 *
 * <p>Settings of a channel: {@code subscription} (its short name) and {@code concurrency} (how many
 * workers handle its messages at a time; an ordering key always belongs to one of them, so its
 * order is kept). A message is acknowledged when its handler completes and held, with its deadline
 * extended, until then.
 */
@ApplicationScoped
@Connector(PubSubConnector.NAME)
public class PubSubConnector implements InboundConnector {
  public static final String NAME = "cotton-pubsub";

  private final Map<String, PullLoop> loops = new ConcurrentHashMap<>();
  private final SubscriptionAdminClient client;
  private final TopologyProvisioning provisioning;
  private final Vertx vertx;
  private final String project;
  private final int maxOutstanding;
  private final boolean emulator;

  PubSubConnector(
      SubscriptionAdminClient client,
      TopologyProvisioning provisioning,
      Vertx vertx,
      @ConfigProperty(name = "quarkus.google.cloud.project-id") String project,
      @ConfigProperty(name = "pubsub.max-outstanding-messages", defaultValue = "500")
          int maxOutstanding,
      @ConfigProperty(name = "quarkus.google.cloud.pubsub.emulator-host")
          Optional<String> emulatorHost) {
    this.client = client;
    this.provisioning = provisioning;
    this.vertx = vertx;
    this.project = project;
    this.maxOutstanding = maxOutstanding;
    this.emulator = emulatorHost.isPresent();
  }

  @Override
  public Flow.Publisher<? extends Message<?>> getPublisher(Config channel) {
    String subscription = channel.getValue("subscription", String.class);
    PullLoop loop = loops.computeIfAbsent(subscription, this::loop);
    Worker worker = loop.addWorker();
    return Multi.createFrom()
        .<Message<?>>emitter(emitter -> loop.start(worker, emitter))
        .onCancellation()
        .invoke(loop::stop);
  }

  private PullLoop loop(String subscription) {
    return new PullLoop(
        client,
        provisioning,
        vertx,
        SubscriptionName.format(project, subscription),
        maxOutstanding,
        emulator);
  }

  /** Before the beans of the application go: what is not handled goes back to Pub/Sub at once. */
  void stop(
      @Observes(notifyObserver = Reception.IF_EXISTS)
          @Priority(1)
          @BeforeDestroyed(ApplicationScoped.class)
          Object event) {
    stopAll();
  }

  @PreDestroy
  void stopAll() {
    loops.values().forEach(loop -> loop.stopAndRelease(Duration.ofSeconds(3)));
    loops.clear();
  }
}
