package com.cottonerp.relay.publishing;

import com.google.api.core.ApiFuture;
import com.google.pubsub.v1.PublishResponse;
import java.util.List;

/** One topic, as the queue sees the topic. Every call ends; no call is repeated. Thread-safe. */
interface Broker extends AutoCloseable {
  /** One request with messages of one ordering key. */
  ApiFuture<PublishResponse> publish(String orderingKey, List<OutgoingEvent> events);

  /** Asks, without publishing, whether the broker would accept events. */
  ApiFuture<Boolean> mayPublish();

  /** Makes the next call open a new connection. */
  void reconnect();

  @Override
  void close();
}
