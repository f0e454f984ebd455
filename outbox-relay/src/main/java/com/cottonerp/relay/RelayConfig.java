package com.cottonerp.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The settings of the relay, with production's defaults. */
@ConfigMapping(prefix = "relay")
public interface RelayConfig {
  /** One outbox per bounded context; the key is the context's name ({@code trade-desk}). */
  Map<String, Source> sources();

  /**
   * Name of this replica in leases; must be unique among live ones. Default: host, process, random.
   */
  Optional<String> replica();

  /** Where the JSON Schemas of the events are published. */
  @WithDefault("https://schemas.cotton-erp.example")
  String schemaBaseUrl();

  PubSub pubsub();

  Lease lease();

  Poll poll();

  Batch batch();

  Publish publish();

  Retention retention();

  /** How long a stop waits for requests in flight before it releases their lanes anyway. */
  @WithDefault("15s")
  Duration stopTimeout();

  /**
   * A lane has stalled, and alerts, when its first event could go but has not gone for this long.
   */
  @WithDefault("30s")
  Duration stalledAfter();

  /** How often the length and the age of the queue are measured, if a measurement is quick. */
  @WithDefault("5s")
  Duration metricsInterval();

  /** The database of one outbox, and the topic of its events. */
  interface Source {
    String url();

    String user();

    String password();

    String schema();

    String topic();

    /** {@code disable}, {@code require}, {@code verify-ca} or {@code verify-full}. */
    @WithDefault("require")
    String sslMode();

    /**
     * The certificates of the CA of the server's certificate, for {@code verify-ca} and {@code
     * verify-full}.
     */
    Optional<String> sslCa();
  }

  /** The broker. */
  interface PubSub {
    String projectId();

    /** {@code host:port}; empty in production. */
    Optional<String> emulatorHost();

    /**
     * A regional endpoint, such as {@code asia-south1-pubsub.googleapis.com:443}. WHY no default:
     * Pub/Sub keeps order within a region only, and the global endpoint may change the region at
     * any time.
     */
    Optional<String> endpoint();

    /** Allows the global endpoint, although the global endpoint does not keep order. */
    @WithDefault("false")
    boolean allowGlobalEndpoint();
  }

  /** INVARIANT: renew + statementTimeout + margin < ttl, checked at start. */
  interface Lease {
    @WithDefault("15s")
    Duration ttl();

    @WithDefault("5s")
    Duration renew();

    @WithDefault("1s")
    Duration margin();

    @WithDefault("4s")
    Duration statementTimeout();

    /** How often the replica reads the free lanes and the number of live replicas. */
    @WithDefault("250ms")
    Duration survey();

    /**
     * How long a replica without a working broker keeps its lanes while another replica publishes.
     */
    @WithDefault("10s")
    Duration yieldAfter();
  }

  /**
   * How often the relay reads the doorbell: after a hundredth of the time since the last ring, at
   * least {@code busy} and at most {@code idle}.
   */
  interface Poll {
    @WithDefault("5ms")
    Duration busy();

    @WithDefault("50ms")
    Duration idle();

    /**
     * How long the relay waits after a fetch that found events, so that events in quick succession
     * are published together: fewer statements, requests and subscribers' transactions. An event
     * after a pause does not wait, nor does a backlog.
     */
    @WithDefault("20ms")
    Duration together();

    /** Fetch at least this often: retries, requeues, replays and slow commits ring no bell. */
    @WithDefault("500ms")
    Duration fallback();
  }

  /** The limits of one fetch and of the events in memory. */
  interface Batch {
    /** Most events in one request; Pub/Sub allows 1000. */
    @WithDefault("1000")
    int size();

    /** Most events in one fetch, for all lanes together. */
    @WithDefault("4000")
    int rows();

    @WithDefault("8388608")
    long bytes();

    /** No fetch while the queue holds more bytes than this. */
    @WithDefault("33554432")
    long heldBytes();
  }

  /** Requests, retries and the limits of retries. */
  interface Publish {
    @WithDefault("10s")
    Duration deadline();

    /**
     * Requests in flight per source. Default by lane: one for each lane. Default by aggregate:
     * enough small requests to keep the broker busy.
     */
    OptionalInt concurrency();

    default int effectiveConcurrency() {
      return concurrency().orElse(ordering() == Ordering.LANE ? Lanes.COUNT : 1024);
    }

    /**
     * An event becomes FAILED after this many refusals by the broker. An unreachable broker does
     * not count.
     */
    @WithDefault("5")
    int maxAttempts();

    /**
     * When the broker refuses events of so many different aggregates in a row, the topic is at
     * fault: the source pauses, and no event fails.
     */
    @WithDefault("5")
    int refusalsOfAFault();

    /** The first wait after a failed request; doubled with each further failure. */
    @WithDefault("100ms")
    Duration backoffMin();

    /**
     * The longest wait of a refused event and of a replay. A key whose requests fail waits two
     * seconds at most.
     */
    @WithDefault("60s")
    Duration backoffMax();

    /** How often a paused source probes; also the longest pause between probes in an outage. */
    @WithDefault("5s")
    Duration probeInterval();

    @WithDefault("lane")
    Ordering ordering();
  }

  /** Which messages share an ordering key. */
  enum Ordering {
    LANE,
    AGGREGATE
  }

  /** How long published events stay replayable. */
  interface Retention {
    @WithDefault("30d")
    Duration keep();

    @WithDefault("10m")
    Duration interval();

    @WithDefault("1000")
    int batch();
  }
}
