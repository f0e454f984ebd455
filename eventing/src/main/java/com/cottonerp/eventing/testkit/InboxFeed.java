package com.cottonerp.eventing.testkit;

import com.cottonerp.contracts.PublishedEvent;
import com.cottonerp.eventing.inbox.Inbox;
import com.cottonerp.eventing.inbox.Projection;
import com.cottonerp.eventing.inbox.ReceivedBatch;
import com.cottonerp.eventing.inbox.ReceivedMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives events of another context to the inbox, as they come from Pub/Sub, and returns when they
 * are applied. Counts the events of each aggregate. For tests; thread-safe, never call it on an
 * event loop.
 */
public final class InboxFeed {
  private static final long PATIENCE_SECONDS = 120;

  private final Inbox inbox;
  private final Vertx vertx;
  private final ObjectMapper json;
  private final String source;
  private final String subscription;
  private final Map<UUID, AtomicLong> sequences = new ConcurrentHashMap<>();

  /**
   * @param source the outbox that the events come from, such as {@code trade-desk}
   * @param subscription where they arrive
   */
  public InboxFeed(
      Inbox inbox, Vertx vertx, ObjectMapper json, String source, String subscription) {
    this.inbox = inbox;
    this.vertx = vertx;
    this.json = json;
    this.source = source;
    this.subscription = subscription;
  }

  /** The next event of an aggregate. */
  public void feed(UUID aggregate, PublishedEvent event, Projection... projections) {
    long sequence = sequences.computeIfAbsent(aggregate, id -> new AtomicLong()).incrementAndGet();
    feed(aggregate, sequence, event.getClass().getSimpleName(), bytes(event), projections);
  }

  /** An event with a number and a payload of its own. */
  public void feed(
      UUID aggregate, long sequence, String type, byte[] payload, Projection... projections) {
    deliver(List.of(message(aggregate, sequence, type, payload)), projections);
  }

  /** Messages that arrive together, whatever they are. */
  public void deliver(List<ReceivedMessage> messages, Projection... projections) {
    CompletableFuture<Void> applied = new CompletableFuture<>();
    Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(context, true);
    context.runOnContext(
        started ->
            inbox
                .receive(subscription, new ReceivedBatch(messages), projections)
                .subscribe()
                .with(nothing -> applied.complete(null), applied::completeExceptionally));
    applied.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** A message as the relay would publish it. */
  public ReceivedMessage message(UUID aggregate, long sequence, String type, byte[] payload) {
    return new ReceivedMessage(
        UUID.randomUUID().toString(),
        "lane-0",
        Map.of(
            "ce-specversion",
            "1.0",
            "ce-id",
            UUID.randomUUID().toString(),
            "ce-source",
            "/cotton-erp/" + source,
            "ce-type",
            type,
            "ce-subject",
            aggregate.toString(),
            "ce-time",
            Instant.now().toString(),
            "ce-aggregatetype",
            "Any",
            "ce-sequence",
            Long.toString(sequence),
            "ce-eventversion",
            "1"),
        payload);
  }

  private byte[] bytes(PublishedEvent event) {
    try {
      return json.writeValueAsBytes(event);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
