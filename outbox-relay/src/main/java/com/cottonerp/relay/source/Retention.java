package com.cottonerp.relay.source;

import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.metrics.RelayMetrics;
import com.cottonerp.relay.outbox.RetentionSweep;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sweeps every source regularly, on its own thread; a failed sweep is repeated at the next time.
 */
public final class Retention implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Retention.class);

  private final RelayConfig config;
  private final MeterRegistry registry;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "relay-retention");
            thread.setDaemon(true);
            return thread;
          });

  public Retention(RelayConfig config, MeterRegistry registry) {
    this.config = config;
    this.registry = registry;
  }

  public void start() {
    long millis = config.retention().interval().toMillis();
    clock.scheduleWithFixedDelay(
        () -> config.sources().keySet().forEach(this::sweep),
        millis,
        millis,
        TimeUnit.MILLISECONDS);
  }

  private void sweep(String source) {
    try {
      int deleted = new RetentionSweep(config.sources().get(source), config.retention()).sweep();
      new RelayMetrics(registry, source).swept(deleted);
      if (deleted > 0) {
        LOG.infof("%s: deleted %d events past their retention", source, deleted);
      }
    } catch (SQLException | RuntimeException failure) {
      LOG.warnf(
          "%s: the retention sweep failed: %s. To do: nothing if the next one succeeds",
          source, failure.getMessage());
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
