package com.cottonerp.defaults.limits;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many requests one client may make of this replica. Refused requests are counted in {@code
 * http_requests_limited_total}. Thread-safe.
 */
@ApplicationScoped
class RequestLimits {
  /** What is limited apart. */
  enum Kind {
    READ,
    WRITE,
    ANONYMOUS
  }

  private final Map<Kind, Allowances> allowances;
  private final MeterRegistry metrics;

  RequestLimits(
      @ConfigProperty(name = "http.limits.reads-per-minute") int reads,
      @ConfigProperty(name = "http.limits.reads-at-once") int readsAtOnce,
      @ConfigProperty(name = "http.limits.writes-per-minute") int writes,
      @ConfigProperty(name = "http.limits.writes-at-once") int writesAtOnce,
      @ConfigProperty(name = "http.limits.anonymous-per-minute") int anonymous,
      @ConfigProperty(name = "http.limits.anonymous-at-once") int anonymousAtOnce,
      MeterRegistry metrics) {
    this.allowances =
        Map.of(
            Kind.READ, allowances(reads, readsAtOnce),
            Kind.WRITE, allowances(writes, writesAtOnce),
            Kind.ANONYMOUS, allowances(anonymous, anonymousAtOnce));
    this.metrics = metrics;
  }

  private static Allowances allowances(int perMinute, int atOnce) {
    return new Allowances(perMinute, atOnce, System::nanoTime, Allowances.MOST);
  }

  /** Takes one request; zero when it may be made, else after how long to repeat it. */
  Duration take(Kind kind, String client) {
    Duration wait = allowances.get(kind).take(client);
    if (!wait.isZero()) {
      metrics
          .counter("http_requests_limited", "kind", kind.name().toLowerCase(Locale.ROOT))
          .increment();
    }
    return wait;
  }
}
