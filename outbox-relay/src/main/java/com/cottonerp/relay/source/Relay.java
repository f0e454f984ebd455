package com.cottonerp.relay.source;

import com.cottonerp.relay.RelayConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * This replica: one {@link RelaySource} per configured source, started and stopped with the
 * program.
 */
@ApplicationScoped
public class Relay {
  private static final Logger LOG = Logger.getLogger(Relay.class);

  private final RelayConfig config;
  private final MeterRegistry registry;
  private final Tracer tracer;
  private final String replica;

  private List<RelaySource> sources = List.of();
  private Retention retention;

  Relay(RelayConfig config, MeterRegistry registry, Tracer tracer) {
    this.config = config;
    this.registry = registry;
    this.tracer = tracer;
    this.replica = config.replica().orElseGet(Relay::uniqueName);
  }

  private static String uniqueName() {
    String random = UUID.randomUUID().toString().substring(0, 8);
    return hostName() + "/" + ManagementFactory.getRuntimeMXBean().getPid() + "/" + random;
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unknown) {
      return "localhost";
    }
  }

  void start(@Observes StartupEvent event) {
    ConfigCheck.check(config);
    sources =
        config.sources().keySet().stream()
            .sorted()
            .map(name -> new RelaySource(name, replica, config, registry, tracer))
            .toList();
    sources.forEach(RelaySource::start);
    retention = new Retention(config, registry);
    retention.start();
    LOG.infof("Replica %s relays %s", replica, config.sources().keySet());
  }

  void stop(@Observes ShutdownEvent event) {
    if (retention != null) {
      retention.close();
    }
    sources.forEach(RelaySource::beginStop);
    sources.forEach(RelaySource::stop);
  }

  public String replica() {
    return replica;
  }

  public List<RelaySource> sources() {
    return sources;
  }
}
