package com.cottonerp.relay.publishing;

import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.lane.Lane;
import com.cottonerp.relay.metrics.RelayMetrics;
import com.cottonerp.relay.outbox.BrokerRefusal;
import com.cottonerp.relay.outbox.PendingEvent;
import com.cottonerp.relay.outbox.Settlement;
import com.google.api.core.ApiFuture;
import com.google.api.core.ApiFutureCallback;
import com.google.api.core.ApiFutures;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.pubsub.v1.PublishResponse;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * The events of one source that are fetched and not yet acknowledged. Publications wait, are sent
 * when the gate admits them, and leave as settlements (acknowledged) or refusals (poison).
 *
 * <p>Not thread-safe: belongs to the loop. Only the queue of completions is shared: the client's
 * threads do nothing except add to that queue.
 *
 * <p>Long because the waiting, the sent and the acknowledged events are one state and must add up.
 */
public final class PublishQueue implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(PublishQueue.class);

  /**
   * WHY short: while the broker takes no event at all, the gate decides when to ask. So this is the
   * wait of a key whose requests fail while others are taken: a limit of the key is per second, and
   * a fault may be over with the next request. A key that waited longer held up its lane although
   * the broker worked.
   */
  private static final Duration LONGEST_WAIT_OF_A_KEY = Duration.ofSeconds(2);

  /** A completion that comes later than this after the deadline would be a bug of the client. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final String source;
  private final RelayConfig config;
  private final Broker publisher;
  private final LongSupplier clock;
  private final MessageFormat format;
  private final PublishSpans spans;
  private final RelayMetrics metrics;
  private final SendGate gate;
  private final BrokerProbe probe;
  private final RefusalStreak streak;
  private final Backoff refusedBackoff;
  private final Backoff keyBackoff;

  private final BlockingQueue<Runnable> completions = new LinkedBlockingQueue<>();
  private final WaitingPublications waiting = new WaitingPublications();
  private final RequestsInFlight inFlight = new RequestsInFlight();
  private final List<Settlement> settlements = new ArrayList<>();
  private final Queue<BrokerRefusal> refusals = new ArrayDeque<>();
  private final Queue<Forgotten> forgotten = new ArrayDeque<>();

  public PublishQueue(String source, RelayConfig config, Tracer tracer, RelayMetrics metrics) {
    this(
        source,
        config,
        tracer,
        metrics,
        PubSubPublisher.connect(config.pubsub(), topic(source, config), config.publish()),
        System::nanoTime,
        RandomGenerator.of("L64X128MixRandom"));
  }

  /**
   * @param clock a monotonic clock in nanoseconds
   */
  PublishQueue(
      String source,
      RelayConfig config,
      Tracer tracer,
      RelayMetrics metrics,
      Broker publisher,
      LongSupplier clock,
      RandomGenerator random) {
    RelayConfig.Publish publish = config.publish();
    this.source = source;
    this.config = config;
    this.metrics = metrics;
    this.publisher = publisher;
    this.clock = clock;
    this.format = new MessageFormat(source, config.schemaBaseUrl(), publish.ordering());
    this.spans = new PublishSpans(tracer, topic(source, config));
    this.refusedBackoff = new Backoff(publish.backoffMin(), publish.backoffMax(), random);
    this.keyBackoff = new Backoff(publish.backoffMin(), LONGEST_WAIT_OF_A_KEY, random);
    this.gate =
        new SendGate(
            publish.effectiveConcurrency(),
            publish.probeInterval(),
            new Backoff(publish.backoffMin(), publish.probeInterval(), random),
            clock.getAsLong());
    this.streak = new RefusalStreak(publish.refusalsOfAFault());
    this.probe = new BrokerProbe(publish.probeInterval(), clock.getAsLong());
  }

  private static String topic(String source, RelayConfig config) {
    return config.sources().get(source).topic();
  }

  /** Takes over the fetched events of a lane. */
  public void add(Lane lane, List<PendingEvent> events) {
    Map<String, List<OutgoingEvent>> byKey = new LinkedHashMap<>();
    for (PendingEvent event : events) {
      byKey
          .computeIfAbsent(format.orderingKey(event), key -> new ArrayList<>())
          .add(format.format(event));
    }
    byKey.forEach(
        (key, outgoing) -> {
          lane.publicationOpened();
          waiting.add(new Publication(lane, key, outgoing, config.batch().size()));
        });
  }

  /** Sends all requests that may be sent now; never blocks. */
  public void sendReady() {
    long now = clock.getAsLong();
    List<Publication> notOurs = new ArrayList<>();
    Publication next = waiting.next(gate.isProbing(), now);
    while (next != null && gate.admits(next, inFlight.size(), now)) {
      waiting.remove(next);
      if (next.lane().isValidAt(now)) {
        send(next, now);
      } else {
        notOurs.add(next); // WHY kept: its lease may be renewed yet.
      }
      next = waiting.next(gate.isProbing(), now);
    }
    notOurs.forEach(waiting::add);
  }

  private void send(Publication publication, long now) {
    List<OutgoingEvent> slice =
        gate.isRefused() ? publication.nextAlone() : publication.nextSlice();
    if (slice.get(0).violation() != null) {
      metrics.publishFailed(FailureClass.POISON.tag());
      refused(publication, slice, slice.get(0).violation());
      return;
    }
    if (gate.isProbing()) {
      publisher.reconnect();
    }
    SentRequest request = new SentRequest(publication, slice, spans.start(slice), now);
    inFlight.add(request);
    metrics.requestSent();
    ApiFuture<PublishResponse> future = publisher.publish(publication.orderingKey(), slice);
    whenDone(
        future,
        response -> complete(request, response),
        failure -> completeExceptionally(request, failure));
  }

  /** The client's threads only queue the reaction; the loop runs the reaction. */
  private <T> void whenDone(ApiFuture<T> future, Consumer<T> success, Consumer<Throwable> failure) {
    ApiFutures.addCallback(
        future,
        new ApiFutureCallback<>() {
          @Override
          public void onSuccess(T result) {
            completions.add(() -> success.accept(result));
          }

          @Override
          public void onFailure(Throwable thrown) {
            completions.add(() -> failure.accept(thrown));
          }
        },
        MoreExecutors.directExecutor());
  }

  /**
   * Asks a broker that did not work whether the broker works again, for a replica without lanes:
   * such a replica sends no events that would show the broker's state. Publishes nothing.
   */
  public void probe() {
    boolean idle = waiting.isEmpty() && inFlight.isEmpty();
    if (!gate.isProbing() || !idle || !probe.isDue(clock.getAsLong())) {
      return;
    }
    publisher.reconnect();
    probe.asked();
    whenDone(
        publisher.mayPublish(),
        this::probed,
        failure -> {
          LOG.debugf("%s: the broker still does not work: %s", source, failure.getMessage());
          probed(false);
        });
  }

  private void probed(boolean works) {
    probe.answered(works, clock.getAsLong());
    if (works && gate.isProbing()) {
      LOG.infof("%s: the broker is there again; lanes are taken on trial", source);
      gate.reopenOnTrial();
    }
  }

  /** Waits for the end of a request, at most {@code patience}, then handles all that have ended. */
  public void awaitCompletions(Duration patience) throws InterruptedException {
    Runnable first = completions.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    for (Runnable next = first; next != null; next = completions.poll()) {
      next.run();
    }
    giveUpOverdue();
  }

  /** Ends a wait in {@link #awaitCompletions} early; may be called by any thread. */
  public void wakeUp() {
    completions.add(() -> {});
  }

  private void complete(SentRequest request, PublishResponse response) {
    if (response.getMessageIdsCount() == request.events().size()) {
      acknowledged(request, response, inFlight.remove(request));
    } else {
      completeExceptionally(request, new IllegalStateException("Wrong number of message ids"));
    }
  }

  private void completeExceptionally(SentRequest request, Throwable failure) {
    if (inFlight.remove(request)) {
      failed(request, failure);
    }
  }

  /** Counts an acknowledgement however late, even when another replica owns the lane now. */
  private void acknowledged(SentRequest request, PublishResponse response, boolean expected) {
    List<OutgoingEvent> events = request.events();
    for (int i = 0; i < events.size(); i++) {
      PendingEvent event = events.get(i).event();
      settlements.add(new Settlement(event.id(), response.getMessageIds(i), event.discardReason()));
    }
    if (!expected) {
      return;
    }
    metrics.published(events.size(), clock.getAsLong() - request.sentAt());
    spans.end(request.spans());
    probe.believed();
    streak.accepted();
    if (gate.answered()) {
      recovered();
    }
    LOG.debugf(
        "%s: published %d events of %s",
        source, events.size(), request.publication().orderingKey());
    if (!request.publication().lane().isOver()) {
      request.publication().acknowledged(events.size());
      continueOrClose(request.publication());
    }
  }

  private void failed(SentRequest request, Throwable failure) {
    FailureClass failureClass = FailureClass.of(failure);
    Publication publication = request.publication();
    metrics.publishFailed(failureClass.tag());
    spans.fail(request.spans(), failureClass.tag());
    if (failureClass == FailureClass.POISON) {
      refusedByBroker(request, failure.getMessage());
      return;
    }
    long now = clock.getAsLong();
    FailureLog.publishFailed(source, request, failureClass, failure, gate.isProbing());
    if (failureClass == FailureClass.EXHAUSTED) {
      exhausted(request, now);
      return;
    }
    gate.failed(failureClass, failure.getMessage(), request.sentAt(), now);
    if (!publication.lane().isOver()) {
      publication.failed(now + keyBackoff.after(publication.failures() + 1).toNanos());
      wait(publication, waiting::add);
    }
  }

  private void exhausted(SentRequest request, long now) {
    Publication publication = request.publication();
    if (gate.exhausted(publication.orderingKey(), request.sentAt(), now)) {
      recovered();
    }
    if (!publication.lane().isOver()) {
      Duration wait = keyBackoff.after(publication.failures() + 1);
      publication.exhausted(request.events().size(), now + wait.toNanos());
      wait(publication, waiting::add);
    }
  }

  private void refusedByBroker(SentRequest request, String error) {
    Publication publication = request.publication();
    List<OutgoingEvent> events = request.events();
    boolean alone = events.size() == 1;
    if (gate.isRefused() || (alone && streak.refused(events.get(0).aggregateId()))) {
      refusedLikeAll(request, error);
      return;
    }
    if (!streak.isAFault() && gate.answered()) {
      recovered();
    }
    if (!publication.lane().isOver()) {
      refused(publication, events, error);
    }
  }

  /**
   * Records no refusal, because no event is at fault: the events stay in the outbox unchanged. WHY
   * a single event leaves the publication: the next probe must use another aggregate.
   */
  private void refusedLikeAll(SentRequest request, String error) {
    long now = clock.getAsLong();
    if (!gate.isRefused()) {
      String reason =
          "%d different aggregates were refused in a row and none was accepted: %s"
              .formatted(config.publish().refusalsOfAFault(), error);
      LOG.warnf(
          "%s: pauses, no event is failed: %s. To do: look for a schema on the topic or a proxy"
              + " before Pub/Sub; it goes on by itself",
          source, reason);
      gate.refusedAll(reason, request.sentAt(), now);
    } else {
      gate.refusedAll(error, request.sentAt(), now);
    }
    Publication publication = request.publication();
    if (!publication.lane().isOver()) {
      if (request.events().size() == 1) {
        forget(publication);
        publication.skipAggregate();
      }
      publication.failed(now + config.publish().probeInterval().toNanos());
      wait(publication, waiting::add);
    }
  }

  private void refused(Publication publication, List<OutgoingEvent> slice, String error) {
    publication
        .refused(slice.size())
        .ifPresent(
            culprit -> refusals.add(new BrokerRefusal(publication.lane(), culprit.event(), error)));
    continueOrClose(publication);
  }

  private void continueOrClose(Publication publication) {
    wait(publication, waiting::addFirst);
  }

  /** The unsent events of an abandoned lane are still in the outbox, for the next owner. */
  private void wait(Publication publication, Consumer<Publication> place) {
    if (publication.isDone()) {
      publication.lane().publicationClosed();
    } else if (publication.lane().isAbandoned()) {
      forget(publication);
      publication.lane().publicationClosed();
    } else {
      place.accept(publication);
    }
  }

  private void recovered() {
    long now = clock.getAsLong();
    waiting.retryAllNow(now);
    LOG.infof("%s: the broker works again; %d publications go on", source, waiting.size());
  }

  private void giveUpOverdue() {
    long oldest = clock.getAsLong() - config.publish().deadline().plus(GRACE).toNanos();
    for (SentRequest request : inFlight.sentBefore(oldest)) {
      inFlight.remove(request);
      failed(request, new IllegalStateException("The client never completed the request"));
    }
  }

  /** Forgets the unsent events of lanes whose tenure is over; requests in flight still end. */
  public void dropLanesThatAreOver() {
    waiting.removeIf(publication -> publication.lane().isOver());
  }

  /** Forgets the unsent events of abandoned lanes; these events are still in the outbox. */
  public void dropAbandoned() {
    waiting.removeIf(
        publication -> {
          boolean abandoned = publication.lane().isAbandoned();
          if (abandoned) {
            forget(publication);
            publication.lane().publicationClosed();
          }
          return abandoned;
        });
  }

  /** The acknowledged events that the database does not know yet; kept until {@link #settled}. */
  public List<Settlement> nextSettlements(int most) {
    return List.copyOf(settlements.subList(0, Math.min(most, settlements.size())));
  }

  public void settled(List<Settlement> first) {
    settlements.subList(0, first.size()).clear();
  }

  /** Whether an acknowledged event is not settled in the database yet. */
  public boolean hasUnsettled() {
    return !settlements.isEmpty();
  }

  private void forget(Publication publication) {
    forgotten.add(new Forgotten(publication.lane(), publication.firstId()));
  }

  /**
   * The next events that left the memory and must be fetched again; empty when there are no more.
   */
  public Optional<Forgotten> nextForgotten() {
    return Optional.ofNullable(forgotten.poll());
  }

  public Optional<BrokerRefusal> nextRefusal() {
    return Optional.ofNullable(refusals.poll());
  }

  /** Whether a request of this lane, from any tenure, is still unanswered. */
  public boolean isInFlight(int laneNumber) {
    return inFlight.hasAnyOf(laneNumber);
  }

  public boolean hasInFlight() {
    return !inFlight.isEmpty();
  }

  public boolean hasRoom() {
    return waiting.bytes() + inFlight.bytes() < config.batch().heldBytes();
  }

  public Duration retryAfter(PendingEvent refused) {
    return refusedBackoff.after(refused.attempts() + 1);
  }

  /**
   * How long the broker has accepted no event; empty while the broker works, as far as is known.
   */
  public Optional<Duration> brokenFor() {
    return gate.brokenFor(clock.getAsLong());
  }

  public BrokerState brokerState() {
    return new BrokerState(gate.isOutage(), gate.pauseReason());
  }

  @Override
  public void close() {
    publisher.close();
  }
}
