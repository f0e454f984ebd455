package com.cottonerp.relay.publishing;

import com.google.api.core.ApiFuture;
import com.google.pubsub.v1.PublishResponse;
import java.util.List;

/** One topic, as the queue sees it. Every call ends, and none is repeated. Thread-safe. */
interface Broker extends AutoCloseable {
  /** One request with messages of one ordering key. */
  ApiFuture<PublishResponse> publish(String orderingKey, List<OutgoingEvent> events);

  /** Whether it would take events, asked without publishing. */
  ApiFuture<Boolean> mayPublish();

  /** The next call opens a new connection. */
  void reconnect();

  @Override
  void close();
}
