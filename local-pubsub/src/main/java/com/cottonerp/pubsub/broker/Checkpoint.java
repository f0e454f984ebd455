package com.cottonerp.pubsub.broker;

import com.cottonerp.pubsub.journal.Record;
import com.cottonerp.pubsub.journal.RecordType;
import com.google.pubsub.v1.AcknowledgeRequest;
import com.google.pubsub.v1.PublishRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The state of one moment as records: names and settings first, then messages, then the references
 * from topics and subscriptions to messages.
 */
final class Checkpoint {
  private static final int MESSAGES_PER_RECORD = 100;
  private static final int IDS_PER_RECORD = 10_000;

  private final List<Record> settings = new ArrayList<>();
  private final TreeMap<Long, StoredMessage> messages = new TreeMap<>();
  private final List<Stream<Record>> references = new ArrayList<>();

  private Checkpoint() {}

  /**
   * Copies the mutable state. The reader of the stream encodes the records, on any thread.
   *
   * <p>WHY any thread: messages and settings are immutable.
   */
  static Stream<Record> of(State state) {
    Checkpoint checkpoint = new Checkpoint();
    state.topics.forEach(
        (name, topic) -> {
          checkpoint.settings.add(new Record(RecordType.TOPIC, topic.settings()));
          checkpoint.refer(RecordType.TOPIC_RETAINED, name, topic.retained());
        });
    state.subscriptions.forEach(
        (name, subscription) -> {
          checkpoint.settings.add(new Record(RecordType.SUBSCRIPTION, subscription.settings()));
          checkpoint.refer(RecordType.BACKLOG, name, subscription.unacknowledged());
          checkpoint.refer(RecordType.RETAINED, name, subscription.retained());
        });
    state.snapshots.forEach(
        (name, snapshot) -> {
          checkpoint.settings.add(new Record(RecordType.SNAPSHOT, snapshot.settings()));
          checkpoint.refer(RecordType.SNAPSHOT_BACKLOG, name, snapshot.backlog());
        });
    AcknowledgeRequest last =
        AcknowledgeRequest.newBuilder().addAckIds(Long.toString(state.lastMessage)).build();
    checkpoint.settings.add(new Record(RecordType.LAST_MESSAGE, last));
    return Stream.of(
            checkpoint.settings.stream(),
            chunks(
                List.copyOf(checkpoint.messages.values()),
                MESSAGES_PER_RECORD,
                Checkpoint::messages),
            checkpoint.references.stream().flatMap(Function.identity()))
        .flatMap(Function.identity());
  }

  private void refer(RecordType type, String name, Collection<StoredMessage> to) {
    to.forEach(message -> messages.put(message.sequence(), message));
    references.add(references(type, name, to));
  }

  /** A name and the ids of messages that earlier records hold, in as many records as needed. */
  static Stream<Record> references(RecordType type, String name, Collection<StoredMessage> to) {
    return chunks(
        List.copyOf(to),
        IDS_PER_RECORD,
        part -> {
          AcknowledgeRequest.Builder ids = AcknowledgeRequest.newBuilder().setSubscription(name);
          part.forEach(message -> ids.addAckIds(message.content().getMessageId()));
          return new Record(type, ids.build());
        });
  }

  private static Record messages(List<StoredMessage> part) {
    PublishRequest.Builder request = PublishRequest.newBuilder();
    part.forEach(message -> request.addMessages(message.content()));
    return new Record(RecordType.MESSAGES, request.build());
  }

  private static Stream<Record> chunks(
      List<StoredMessage> all, int size, Function<List<StoredMessage>, Record> record) {
    return IntStream.range(0, (all.size() + size - 1) / size)
        .mapToObj(part -> all.subList(part * size, Math.min(all.size(), (part + 1) * size)))
        .map(record);
  }
}
