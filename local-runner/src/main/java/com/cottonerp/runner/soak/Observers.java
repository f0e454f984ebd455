package com.cottonerp.runner.soak;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** One independent subscriber for each topic. Thread-safe. */
final class Observers implements AutoCloseable {
  private final ManagedChannel channel;
  private final Map<String, TopicLog> byTopic = new LinkedHashMap<>();

  Observers(String host) {
    this.channel = ManagedChannelBuilder.forTarget(host).usePlaintext().build();
    for (Members.Context context : Members.CONTEXTS) {
      byTopic.put(context.topic(), new TopicLog(channel, context.topic()));
    }
  }

  TopicLog of(Members.Context context) {
    return byTopic.get(context.topic());
  }

  long messages() {
    return byTopic.values().stream().mapToLong(TopicLog::messages).sum();
  }

  @Override
  public void close() {
    byTopic.values().forEach(TopicLog::close);
    channel.shutdownNow();
  }
}
