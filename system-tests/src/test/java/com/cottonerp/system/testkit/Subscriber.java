package com.cottonerp.system.testkit;

import com.google.api.gax.rpc.ApiException;
import com.google.cloud.pubsub.v1.SubscriptionAdminClient;
import com.google.pubsub.v1.PullRequest;
import com.google.pubsub.v1.PullResponse;
import com.google.pubsub.v1.ReceivedMessage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Writes down every message of one subscription, in the order of arrival. Pulls one by one. */
public final class Subscriber implements AutoCloseable {
  private static final int MESSAGES_PER_PULL = 500;
  private static final long PAUSE_MILLIS = 200;

  private final SubscriptionAdminClient client;
  private final String subscription;
  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = new Thread(this::pullUntilStopped, "independent-subscriber");

  /** One message as it arrived. */
  public record Delivery(
      String messageId, String orderingKey, Map<String, String> attributes, String data) {
    public UUID eventId() {
      return UUID.fromString(attributes.get("ce-id"));
    }

    public UUID aggregateId() {
      return UUID.fromString(attributes.get("ce-subject"));
    }

    public long sequence() {
      return Long.parseLong(attributes.get("ce-sequence"));
    }

    /** Whether a subscriber had asked for it, as one does whose read model is behind. */
    boolean isReplayed() {
      return orderingKey.startsWith("replay-");
    }
  }

  Subscriber(SubscriptionAdminClient client, String subscription) {
    this.client = client;
    this.subscription = subscription;
    thread.setDaemon(true);
    thread.start();
  }

  private void pullUntilStopped() {
    PullRequest request =
        PullRequest.newBuilder()
            .setSubscription(subscription)
            .setMaxMessages(MESSAGES_PER_PULL)
            .build();
    boolean stop = false;
    while (!stop) {
      try {
        take(client.pullCallable().call(request));
        stop = stopped.getCount() == 0;
      } catch (ApiException brokerAway) {
        stop = pause();
      } catch (RejectedExecutionException clientClosed) {
        stop = true;
      }
    }
  }

  private void take(PullResponse response) {
    List<ReceivedMessage> received = response.getReceivedMessagesList();
    if (received.isEmpty()) {
      return;
    }
    deliveries.addAll(received.stream().map(Subscriber::delivery).toList());
    client.acknowledge(subscription, received.stream().map(ReceivedMessage::getAckId).toList());
  }

  private static Delivery delivery(ReceivedMessage received) {
    var message = received.getMessage();
    return new Delivery(
        message.getMessageId(),
        message.getOrderingKey(),
        Map.copyOf(message.getAttributesMap()),
        message.getData().toStringUtf8());
  }

  private boolean pause() {
    try {
      return stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      return true;
    }
  }

  public List<Delivery> deliveriesOf(Collection<PartnerStory> stories) {
    Set<UUID> ids = stories.stream().map(PartnerStory::partnerId).collect(Collectors.toSet());
    return deliveries.stream()
        .filter(delivery -> delivery.attributes().containsKey("ce-subject"))
        .filter(delivery -> ids.contains(delivery.aggregateId()))
        .toList();
  }

  /** The event types of one aggregate in the order of arrival. */
  public List<String> typesOf(UUID aggregateId) {
    return deliveries.stream()
        .filter(delivery -> aggregateId.toString().equals(delivery.attributes().get("ce-subject")))
        .map(delivery -> delivery.attributes().get("ce-type"))
        .toList();
  }

  /** All that ever went over the wire, as text. */
  public String everything() {
    return deliveries.toString();
  }

  /** The sequence numbers of each partner in the order of their first arrival. */
  public Map<UUID, List<Long>> firstOccurrences(Collection<PartnerStory> stories) {
    Map<UUID, List<Long>> sequences = new LinkedHashMap<>();
    for (Delivery delivery : deliveriesOf(stories)) {
      List<Long> seen =
          sequences.computeIfAbsent(delivery.aggregateId(), id -> new java.util.ArrayList<>());
      if (!seen.contains(delivery.sequence())) {
        seen.add(delivery.sequence());
      }
    }
    return sequences;
  }

  /**
   * Events that the broker holds more than once, those aside that a subscriber had asked for. A
   * message that Pub/Sub delivers again keeps its id, so a second id of one event means that it was
   * published twice.
   */
  public List<UUID> publishedTwice(Collection<PartnerStory> stories) {
    return deliveriesOf(stories).stream()
        .filter(delivery -> !delivery.isReplayed())
        .collect(
            Collectors.groupingBy(
                Delivery::eventId, Collectors.mapping(Delivery::messageId, Collectors.toSet())))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  public void awaitEvents(Collection<PartnerFact> facts) {
    Set<UUID> expected = facts.stream().map(PartnerFact::eventId).collect(Collectors.toSet());
    Waiting.until(
        "the independent subscriber has all " + expected.size() + " events",
        () ->
            deliveries.stream()
                .filter(delivery -> delivery.attributes().containsKey("ce-id"))
                .map(Delivery::eventId)
                .collect(Collectors.toSet())
                .containsAll(expected));
  }

  @Override
  public void close() {
    stopped.countDown();
    thread.interrupt();
  }
}
