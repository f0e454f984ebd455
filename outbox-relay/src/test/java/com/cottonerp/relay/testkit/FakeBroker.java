package com.cottonerp.relay.testkit;

import com.google.pubsub.v1.GetTopicRequest;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PublishResponse;
import com.google.pubsub.v1.PublisherGrpc;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.Topic;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A Pub/Sub publisher service on loopback that follows the test's script and records every accepted
 * message, in order of arrival.
 */
public final class FakeBroker implements AutoCloseable {
  /** The broker's reaction to one request. */
  public record Reaction(Duration delay, Status status, boolean executed) {
    public static Reaction accept() {
      return new Reaction(Duration.ZERO, Status.OK, true);
    }

    public static Reaction acceptAfter(Duration delay) {
      return new Reaction(delay, Status.OK, true);
    }

    public static Reaction refuse(Status.Code code) {
      return new Reaction(
          Duration.ZERO, code.toStatus().withDescription("scripted " + code), false);
    }

    /** The caller sees an error although the messages are published. */
    public static Reaction executeButFail(Status.Code code) {
      return new Reaction(Duration.ZERO, code.toStatus().withDescription("scripted"), true);
    }
  }

  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();
  private final Map<String, Integer> openByKey = new HashMap<>();
  private final List<PubsubMessage> messages = new ArrayList<>();
  private final Set<String> subjects = new HashSet<>();
  private final List<String> overlaps = new ArrayList<>();
  private final Server server;

  private volatile Function<PublishRequest, Reaction> script = request -> Reaction.accept();
  private volatile Status topic = Status.OK;

  private FakeBroker() {
    try {
      server =
          NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
              .maxInboundMessageSize(20_000_000)
              .addService(new Publisher())
              .build()
              .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public static FakeBroker start() {
    return new FakeBroker();
  }

  public String host() {
    return "127.0.0.1:" + server.getPort();
  }

  public void behave(Function<PublishRequest, Reaction> newScript) {
    script = newScript;
  }

  public void behave(Reaction always) {
    behave(request -> always);
  }

  /** The broker accepts no request; a request for the topic gets the same error. */
  public void cutOff(Status.Code code) {
    topic = code.toStatus().withDescription("scripted " + code);
    behave(Reaction.refuse(code));
  }

  /** The broker accepts every request, and the topic exists. */
  public void recover() {
    topic = Status.OK;
    behave(Reaction.accept());
  }

  private final class Publisher extends PublisherGrpc.PublisherImplBase {
    @Override
    public void publish(PublishRequest request, StreamObserver<PublishResponse> caller) {
      requests.incrementAndGet();
      mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
      opened(request);
      Reaction reaction = script.apply(request);
      Runnable answer = () -> answer(request, reaction, caller);
      if (reaction.delay().isZero()) {
        answer.run();
      } else {
        clock.schedule(answer, reaction.delay().toNanos(), TimeUnit.NANOSECONDS);
      }
    }

    @Override
    public void getTopic(GetTopicRequest request, StreamObserver<Topic> caller) {
      answerWithTopic(request, caller);
    }
  }

  private void answerWithTopic(GetTopicRequest request, StreamObserver<Topic> caller) {
    if (topic.isOk()) {
      caller.onNext(Topic.newBuilder().setName(request.getTopic()).build());
      caller.onCompleted();
    } else {
      caller.onError(topic.asRuntimeException());
    }
  }

  private synchronized void opened(PublishRequest request) {
    String key = request.getMessages(0).getOrderingKey();
    if (openByKey.merge(key, 1, Integer::sum) > 1) {
      overlaps.add(key);
    }
  }

  private void answer(
      PublishRequest request, Reaction reaction, StreamObserver<PublishResponse> caller) {
    PublishResponse.Builder response = PublishResponse.newBuilder();
    synchronized (this) {
      openByKey.merge(request.getMessages(0).getOrderingKey(), -1, Integer::sum);
      if (reaction.executed()) {
        for (PubsubMessage message : request.getMessagesList()) {
          messages.add(message);
          subjects.add(message.getAttributesOrThrow("ce-subject"));
          response.addMessageIds(Integer.toString(messages.size()));
        }
      }
    }
    inFlight.decrementAndGet();
    if (reaction.status().isOk()) {
      caller.onNext(response.build());
      caller.onCompleted();
    } else {
      caller.onError(reaction.status().asRuntimeException());
    }
  }

  public synchronized List<PubsubMessage> messages() {
    return List.copyOf(messages);
  }

  /** Whether an event of the aggregate has arrived. */
  public synchronized boolean hasArrived(Object aggregate) {
    return subjects.contains(aggregate.toString());
  }

  public synchronized int messageCount() {
    return messages.size();
  }

  /** Ordering keys that had two requests in flight at once. */
  public synchronized List<String> overlaps() {
    return List.copyOf(overlaps);
  }

  public int requestCount() {
    return requests.get();
  }

  public int mostInFlight() {
    return mostInFlight.get();
  }

  public void forgetFigures() {
    requests.set(0);
    mostInFlight.set(0);
  }

  /** Per aggregate, the sequences in order of their first arrival. */
  public synchronized Map<String, List<Long>> firstOccurrences() {
    Map<String, List<Long>> sequences = new LinkedHashMap<>();
    for (PubsubMessage message : messages) {
      List<Long> seen =
          sequences.computeIfAbsent(
              message.getAttributesOrThrow("ce-subject"), subject -> new ArrayList<>());
      long sequence = Long.parseLong(message.getAttributesOrThrow("ce-sequence"));
      if (!seen.contains(sequence)) {
        seen.add(sequence);
      }
    }
    return sequences;
  }

  public synchronized long duplicates() {
    return messages.size()
        - messages.stream()
            .map(message -> message.getAttributesOrThrow("ce-id"))
            .distinct()
            .count();
  }

  @Override
  public void close() {
    server.shutdownNow();
    clock.shutdownNow();
  }
}
