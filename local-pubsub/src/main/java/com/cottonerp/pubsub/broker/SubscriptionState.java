package com.cottonerp.pubsub.broker;

import com.cottonerp.pubsub.faults.Faults;
import com.google.protobuf.util.Durations;
import com.google.pubsub.v1.Subscription;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/**
 * A subscription at work: decides which consumer gets which message, and when a message comes
 * again.
 *
 * <p>A message that is refused or not acknowledged in time comes again, together with all messages
 * of its ordering key that went out after it, acknowledged messages included. The service does the
 * same, except for subscriptions with exactly-once delivery.
 */
final class SubscriptionState {
  private final DeadLetters deadLetters;
  private final Filter filter;
  private final Backlog backlog;
  private final Leases leases;
  private final Distribution distribution;
  private final Retained retained = new Retained();

  private Subscription settings;

  SubscriptionState(
      Subscription settings, Time time, Supplier<Faults> faults, DeadLetters deadLetters) {
    this.settings = settings;
    this.deadLetters = deadLetters;
    this.filter = Filter.parse(settings.getFilter());
    this.backlog = new Backlog(time, faults, settings.getEnableMessageOrdering(), this::wake);
    this.leases = new Leases(time, this::failed);
    this.distribution =
        new Distribution(time, backlog, leases, this::settings, faults, this::comesAgain);
  }

  Subscription settings() {
    return settings;
  }

  void change(Subscription changed) {
    settings = changed;
    if (!changed.getRetainAckedMessages()) {
      retained.clear();
    }
  }

  /** How many messages wait or are unacknowledged. */
  int backlogSize() {
    return backlog.size();
  }

  long backlogBytes() {
    return backlog.bytes();
  }

  /** Takes a new message, if the message passes the filter. */
  void offer(StoredMessage message) {
    if (filter.accepts(message.content().getAttributesMap())) {
      backlog.add(message);
      wake();
    }
  }

  /** Delivers what can be delivered, at the end of this turn of the loop. */
  void wake() {
    distribution.wake();
  }

  void attach(Consumer consumer) {
    distribution.attach(consumer);
  }

  void detach(Consumer consumer) {
    distribution.detach(consumer);
  }

  private void comesAgain(Delivery delivery) {
    if (delivery.isOut()) {
      leases.end(delivery);
      again(delivery, 0);
    }
  }

  Delivery out(String ackId) {
    return leases.get(ackId);
  }

  /** Acknowledges messages that are out. */
  void acknowledge(Collection<Delivery> deliveries) {
    deliveries.forEach(this::done);
    wake();
  }

  /** For the restart: marks a message that was acknowledged before. */
  void acknowledgeById(long sequence) {
    Delivery delivery = backlog.get(sequence);
    if (delivery != null) {
      done(delivery);
    }
  }

  private void done(Delivery delivery) {
    if (delivery.acknowledged) {
      return;
    }
    if (delivery.isOut()) {
      leases.end(delivery);
    }
    delivery.forGood |= settings.getEnableExactlyOnceDelivery();
    backlog.remove(delivery);
    if (settings.getRetainAckedMessages()) {
      retained.add(delivery.message);
    }
  }

  /**
   * @param seconds from now; 0 gives the message back
   */
  void changeDeadline(Delivery delivery, int seconds) {
    if (seconds == 0) {
      failed(delivery);
    } else {
      leases.extend(delivery, seconds);
    }
  }

  private void failed(Delivery delivery) {
    delivery.failures++;
    if (isDeadLetter(delivery) && deadLetters.forward(settings, delivery)) {
      delivery.forGood = true;
      done(delivery);
    } else {
      leases.end(delivery);
      again(delivery, backoffNanos(delivery.failures));
    }
    wake();
  }

  private boolean isDeadLetter(Delivery delivery) {
    return settings.hasDeadLetterPolicy()
        && delivery.failures >= settings.getDeadLetterPolicy().getMaxDeliveryAttempts();
  }

  private void again(Delivery delivery, long holdNanos) {
    for (Delivery later : delivery.line.rewind(delivery)) {
      if (later.isOut()) {
        leases.end(later);
      } else if (later.acknowledged && !later.forGood) {
        retained.remove(later.message.sequence());
        backlog.restore(later);
      }
    }
    if (holdNanos > 0 && !delivery.line.held) {
      backlog.hold(delivery.line, holdNanos);
    }
    backlog.queue(delivery.line);
    wake();
  }

  private long backoffNanos(int failures) {
    if (!settings.hasRetryPolicy()) {
      return 0;
    }
    long shortest = Durations.toNanos(settings.getRetryPolicy().getMinimumBackoff());
    long longest = Durations.toNanos(settings.getRetryPolicy().getMaximumBackoff());
    return (long) Math.min(longest, shortest * Math.pow(2, Math.min(failures, 40) - 1));
  }

  /** Replaces the unacknowledged messages; leases of messages that are out become invalid. */
  void restart(Collection<StoredMessage> messages, LongPredicate isAcknowledged) {
    leases.endAll();
    distribution.forgetLines();
    if (settings.getRetainAckedMessages()) {
      backlog.all().stream()
          .map(delivery -> delivery.message)
          .filter(message -> isAcknowledged.test(message.publishedMicros()))
          .forEach(retained::add);
    }
    backlog.clear();
    for (StoredMessage message : messages) {
      retained.remove(message.sequence());
      offer(message);
    }
  }

  /** For the restart: a message that was acknowledged and is retained. */
  void keep(StoredMessage message) {
    retained.add(message);
  }

  Collection<StoredMessage> retained() {
    return retained.all();
  }

  List<StoredMessage> unacknowledged() {
    return backlog.all().stream().map(delivery -> delivery.message).toList();
  }

  void forgetOld(long nowMicros) {
    long oldest = nowMicros - Durations.toMicros(settings.getMessageRetentionDuration());
    retained.forgetBefore(oldest);
    List<Delivery> old = new ArrayList<>();
    for (Delivery delivery : backlog.all()) {
      if (delivery.message.publishedMicros() >= oldest) {
        break;
      }
      old.add(delivery);
    }
    for (Delivery delivery : old) {
      delivery.forGood = true;
      done(delivery);
      retained.remove(delivery.message.sequence());
    }
  }

  /** Ends the deleted subscription and tells its consumers. */
  void end(StatusRuntimeException reason) {
    leases.endAll();
    backlog.clear();
    distribution.end(reason);
  }
}
