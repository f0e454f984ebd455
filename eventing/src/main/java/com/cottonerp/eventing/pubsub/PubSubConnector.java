package com.cottonerp.eventing.pubsub;

import com.cottonerp.eventing.topology.TopologyProvisioning;
import com.google.pubsub.v1.SubscriptionName;
import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.jboss.logging.Logger;

/**
 * Channels of this connector carry {@link com.cottonerp.eventing.inbox.ReceivedMessage}s.
 *
 * <p>Settings of a channel: {@code subscription} (its short name), {@code concurrency} (how many
 * workers handle its messages at a time; an ordering key always belongs to one of them, so its
 * order is kept) and {@code together} (how long after a batch of messages a worker begins the next
 * one at the earliest, 20 ms; what was quiet for longer is handled at once). A message is
 * acknowledged when its handler completes and held, with its deadline extended, until then.
 */
@ApplicationScoped
@Connector(PubSubConnector.NAME)
public class PubSubConnector implements InboundConnector {
  public static final String NAME = "cotton-pubsub";

  private static final Logger LOG = Logger.getLogger(PubSubConnector.class);
  private static final Duration TOGETHER = Duration.ofMillis(20);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  private final Map<String, PullLoop> loops = new ConcurrentHashMap<>();
  private final Map<String, PullHealth> health = new ConcurrentHashMap<>();
  private final TopologyProvisioning provisioning;
  private final MeterRegistry metrics;
  private final Vertx vertx;
  private final String project;
  private final int maxOutstanding;
  private final long maxOutstandingBytes;
  private final Optional<String> emulatorHost;
  private final Optional<String> regionalEndpoint;
  private final boolean allowGlobalEndpoint;
  private final boolean unaryPull;
  private final Duration ackDeadline;

  PubSubConnector(
      TopologyProvisioning provisioning,
      MeterRegistry metrics,
      Vertx vertx,
      @ConfigProperty(name = "quarkus.google.cloud.project-id") String project,
      @ConfigProperty(name = "pubsub.max-outstanding-messages", defaultValue = "500")
          int maxOutstanding,
      @ConfigProperty(name = "pubsub.max-outstanding-bytes", defaultValue = "33554432")
          long maxOutstandingBytes,
      @ConfigProperty(name = "quarkus.google.cloud.pubsub.emulator-host")
          Optional<String> emulatorHost,
      @ConfigProperty(name = "pubsub.endpoint") Optional<String> regionalEndpoint,
      @ConfigProperty(name = "pubsub.allow-global-endpoint", defaultValue = "false")
          boolean allowGlobalEndpoint,
      @ConfigProperty(name = "pubsub.unary-pull", defaultValue = "false") boolean unaryPull,
      @ConfigProperty(name = "pubsub.ack-deadline", defaultValue = "20s") Duration ackDeadline) {
    this.provisioning = provisioning;
    this.metrics = metrics;
    this.vertx = vertx;
    this.project = project;
    this.maxOutstanding = maxOutstanding;
    this.maxOutstandingBytes = maxOutstandingBytes;
    this.emulatorHost = emulatorHost;
    this.regionalEndpoint = regionalEndpoint;
    this.allowGlobalEndpoint = allowGlobalEndpoint;
    this.unaryPull = unaryPull;
    this.ackDeadline = ackDeadline;
  }

  @Override
  public Flow.Publisher<? extends Message<?>> getPublisher(Config channel) {
    String subscription = channel.getValue("subscription", String.class);
    PullLoop loop = loops.computeIfAbsent(subscription, this::loop);
    Worker worker =
        loop.addWorker(channel.getOptionalValue("together", Duration.class).orElse(TOGETHER));
    return Multi.createFrom()
        .<Message<?>>emitter(emitter -> loop.start(worker, emitter))
        .onCancellation()
        .invoke(loop::stop);
  }

  private PullLoop loop(String subscription) {
    PubSubEndpoint endpoint =
        PubSubEndpoint.of(emulatorHost, regionalEndpoint, allowGlobalEndpoint);
    SubscriptionClient client =
        SubscriptionClient.connect(
            endpoint, SubscriptionName.format(project, subscription), ackDeadline);
    return new PullLoop(
        client,
        health.computeIfAbsent(subscription, name -> new PullHealth(name, metrics)),
        new HeldMessages(maxOutstanding, maxOutstandingBytes),
        () -> createAgain(subscription),
        vertx,
        unaryPull);
  }

  private void createAgain(String subscription) {
    if (provisioning.isEnabled()) {
      LOG.warnf(
          "%s does not exist (an emulator forgets); it is created again. To do: nothing",
          subscription);
      vertx.executeBlocking(
          () -> {
            provisioning.provision();
            return null;
          });
    }
  }

  Collection<PullHealth> health() {
    return health.values();
  }

  /** Before the beans of the application go: what is in hand is finished. */
  void stop(
      @Observes(notifyObserver = Reception.IF_EXISTS)
          @Priority(1)
          @BeforeDestroyed(ApplicationScoped.class)
          Object event) {
    stopAll();
  }

  @PreDestroy
  void stopAll() {
    long end = System.nanoTime() + STOP_PATIENCE.toNanos();
    loops.values().forEach(PullLoop::stop);
    loops.values().forEach(loop -> loop.awaitEnd(Duration.ofNanos(end - System.nanoTime())));
    loops.clear();
  }
}
