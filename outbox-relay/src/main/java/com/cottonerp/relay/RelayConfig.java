package com.cottonerp.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Everything that can be set, with the defaults that production uses. */
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

  /** A lane whose first event could go and does not for this long has stalled: an alert. */
  @WithDefault("30s")
  Duration stalledAfter();

  /** How often the length and the age of the queue are measured, if that is quick. */
  @WithDefault("5s")
  Duration metricsInterval();

  /** One outbox: where it is and where its events go. */
  interface Source {
    String url();

    String user();

    String password();

    String schema();

    String topic();

    /** {@code disable}, {@code require}, {@code verify-ca} or {@code verify-full}. */
    @WithDefault("require")
    String sslMode();

    /** The certificates of the CA that signs the server's, for the modes that verify. */
    Optional<String> sslCa();
  }

  /** The broker. */
  interface PubSub {
    String projectId();

    /** {@code host:port}; empty in production. */
    Optional<String> emulatorHost();

    /**
     * The service of one region, {@code asia-south1-pubsub.googleapis.com:443}. WHY no default:
     * order holds within a region only, and the global endpoint may change it at any time.
     */
    Optional<String> endpoint();

    /** The global endpoint although it keeps no order. */
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

    /** How often free lanes and the number of live replicas are looked at. */
    @WithDefault("250ms")
    Duration survey();

    /**
     * How long a replica keeps its lanes while it gets nothing to the broker and another one does.
     */
    @WithDefault("10s")
    Duration yieldAfter();
  }

  /** How often the doorbell is looked at. */
  interface Poll {
    @WithDefault("5ms")
    Duration busy();

    @WithDefault("20ms")
    Duration idle();

    /**
     * How long the next fetch waits after a fetch that found events, so that events that follow
     * each other are published together: fewer statements, requests and transactions of
     * subscribers. An event after a pause does not wait, nor does a backlog.
     */
    @WithDefault("20ms")
    Duration together();

    /** A fetch at least this often: retries, requeues, replays and slow commits ring no bell. */
    @WithDefault("500ms")
    Duration fallback();
  }

  /** Bounds of one fetch and of what is held in memory. */
  interface Batch {
    /** Most events in one request; Pub/Sub allows 1000. */
    @WithDefault("1000")
    int size();

    /** Most events in one fetch, all lanes together. */
    @WithDefault("4000")
    int rows();

    @WithDefault("8388608")
    long bytes();

    /** No fetch while more than this is held for publishing. */
    @WithDefault("33554432")
    long heldBytes();
  }

  /** Requests, retries and giving up. */
  interface Publish {
    @WithDefault("10s")
    Duration deadline();

    /**
     * Requests in flight per source: by lane one for each lane, by aggregate as many as the broker
     * needs to be busy with requests of a few events.
     */
    OptionalInt concurrency();

    default int effectiveConcurrency() {
      return concurrency().orElse(ordering() == Ordering.LANE ? Lanes.COUNT : 1024);
    }

    /**
     * Refusals of one event by the broker until it is FAILED; an unreachable broker never counts.
     */
    @WithDefault("5")
    int maxAttempts();

    /**
     * So many different aggregates refused in a row, and none accepted, are a fault of the topic:
     * the source pauses and fails no event for it.
     */
    @WithDefault("5")
    int refusalsOfAFault();

    @WithDefault("100ms")
    Duration backoffMin();

    @WithDefault("60s")
    Duration backoffMax();

    /** How often a paused source, and at the latest a source in an outage, is tried again. */
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
