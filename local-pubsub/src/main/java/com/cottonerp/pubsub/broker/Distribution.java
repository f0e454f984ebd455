package com.cottonerp.pubsub.broker;

import com.cottonerp.pubsub.faults.Faults;
import com.google.pubsub.v1.ReceivedMessage;
import com.google.pubsub.v1.Subscription;
import io.grpc.StatusRuntimeException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Hands the messages of a subscription to its consumers, in turn and in batches. */
final class Distribution {
  private static final int BATCH_MESSAGES = 200;
  private static final int BATCH_BYTES = 1 << 20;

  private final Time time;
  private final Backlog backlog;
  private final Leases leases;
  private final Supplier<Subscription> settings;
  private final Supplier<Faults> faults;
  private final java.util.function.Consumer<Delivery> comesAgain;
  private final ArrayDeque<Consumer> consumers = new ArrayDeque<>();
  private boolean awake;

  /**
   * @param comesAgain takes a message that a fault delivers twice
   */
  Distribution(
      Time time,
      Backlog backlog,
      Leases leases,
      Supplier<Subscription> settings,
      Supplier<Faults> faults,
      java.util.function.Consumer<Delivery> comesAgain) {
    this.time = time;
    this.backlog = backlog;
    this.leases = leases;
    this.settings = settings;
    this.faults = faults;
    this.comesAgain = comesAgain;
  }

  /** Delivers at the end of this turn. WHY later: messages of one turn go out in one response. */
  void wake() {
    if (!awake && !consumers.isEmpty()) {
      awake = true;
      time.soon(this::deliver);
    }
  }

  void attach(Consumer consumer) {
    consumers.add(consumer);
    deliver();
  }

  void detach(Consumer consumer) {
    consumer.close();
    consumers.remove(consumer);
    consumer.own.stream()
        .filter(line -> line.holder == consumer)
        .forEach(line -> line.queued = false);
    consumer.own.clear();
  }

  /** Call before the backlog is replaced. */
  void forgetLines() {
    consumers.forEach(consumer -> consumer.own.clear());
  }

  void end(StatusRuntimeException reason) {
    for (Consumer consumer : List.copyOf(consumers)) {
      detach(consumer);
      consumer.fail(reason);
    }
  }

  private void deliver() {
    awake = false;
    int without = 0;
    while (without < consumers.size()) {
      Consumer consumer = consumers.poll();
      consumers.add(consumer);
      List<ReceivedMessage> batch = batch(consumer);
      without = batch.isEmpty() ? without + 1 : 0;
      if (!batch.isEmpty()) {
        consumer.receive(batch);
      }
    }
  }

  private List<ReceivedMessage> batch(Consumer consumer) {
    List<ReceivedMessage> batch = new ArrayList<>();
    long room = BATCH_BYTES;
    Line line = null;
    while (room > 0 && batch.size() < BATCH_MESSAGES && consumer.hasRoom()) {
      if (line == null || !line.hasNext()) {
        line = backlog.poll(consumer);
      }
      if (line == null) {
        return batch;
      }
      if (!batch.isEmpty() && line.peek().message.bytes() > room) {
        break;
      }
      Delivery delivery = line.take(consumer);
      leases.begin(delivery, consumer, ackDeadlineSeconds(consumer));
      room -= delivery.message.bytes();
      batch.add(received(delivery));
    }
    if (line != null) {
      backlog.queue(line);
    }
    return batch;
  }

  private int ackDeadlineSeconds(Consumer consumer) {
    int own = consumer.ackDeadlineSeconds();
    return own == 0 ? settings.get().getAckDeadlineSeconds() : own;
  }

  private ReceivedMessage received(Delivery delivery) {
    ReceivedMessage.Builder received =
        ReceivedMessage.newBuilder()
            .setAckId(delivery.ackId)
            .setMessage(delivery.message.content());
    if (settings.get().hasDeadLetterPolicy()) {
      received.setDeliveryAttempt(delivery.failures + 1);
    }
    if (faults.get().duplicatesDelivery()) {
      time.soon(() -> comesAgain.accept(delivery));
    }
    return received.build();
  }
}
