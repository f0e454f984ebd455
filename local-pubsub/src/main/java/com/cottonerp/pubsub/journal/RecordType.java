package com.cottonerp.pubsub.journal;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import com.google.pubsub.v1.AcknowledgeRequest;
import com.google.pubsub.v1.CreateSnapshotRequest;
import com.google.pubsub.v1.DeleteSnapshotRequest;
import com.google.pubsub.v1.DeleteSubscriptionRequest;
import com.google.pubsub.v1.DeleteTopicRequest;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.SeekRequest;
import com.google.pubsub.v1.Snapshot;
import com.google.pubsub.v1.Subscription;
import com.google.pubsub.v1.Topic;

/**
 * The records of the journal: the requests that changed the state, as the service's own messages.
 * An {@code AcknowledgeRequest} carries a name and some message ids.
 *
 * <p>WHY the order must not change: the ordinal is the byte on disk.
 */
public enum RecordType {
  TOPIC(Topic.parser()),
  TOPIC_DELETED(DeleteTopicRequest.parser()),
  SUBSCRIPTION(Subscription.parser()),
  SUBSCRIPTION_DELETED(DeleteSubscriptionRequest.parser()),
  SNAPSHOT(Snapshot.parser()),
  /** The empty snapshot of that name gets the unacknowledged messages of the subscription. */
  SNAPSHOT_TAKEN(CreateSnapshotRequest.parser()),
  SNAPSHOT_DELETED(DeleteSnapshotRequest.parser()),
  /** Messages with their ids and times; each subscription of the topic gets these messages. */
  PUBLISHED(PublishRequest.parser()),
  ACKNOWLEDGED(AcknowledgeRequest.parser()),
  SOUGHT(SeekRequest.parser()),

  /** Messages that later records refer to by id; no subscription gets these messages directly. */
  MESSAGES(PublishRequest.parser()),
  /** The unacknowledged messages of a subscription. */
  BACKLOG(AcknowledgeRequest.parser()),
  /** The acknowledged messages that a subscription retains. */
  RETAINED(AcknowledgeRequest.parser()),
  TOPIC_RETAINED(AcknowledgeRequest.parser()),
  SNAPSHOT_BACKLOG(AcknowledgeRequest.parser()),
  /** The highest message id given out, as the only id of a request without a name. */
  LAST_MESSAGE(AcknowledgeRequest.parser());

  private static final RecordType[] ALL = values();

  private final Parser<? extends MessageLite> parser;

  RecordType(Parser<? extends MessageLite> parser) {
    this.parser = parser;
  }

  Parser<? extends MessageLite> parser() {
    return parser;
  }

  static RecordType of(byte ordinal) {
    return ALL[ordinal];
  }
}
