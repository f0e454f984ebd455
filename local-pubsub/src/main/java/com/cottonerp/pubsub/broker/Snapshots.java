package com.cottonerp.pubsub.broker;

import com.cottonerp.pubsub.journal.RecordType;
import com.google.protobuf.Empty;
import com.google.protobuf.FieldMask;
import com.google.protobuf.util.FieldMaskUtil;
import com.google.protobuf.util.Timestamps;
import com.google.pubsub.v1.CreateSnapshotRequest;
import com.google.pubsub.v1.DeleteSnapshotRequest;
import com.google.pubsub.v1.GetSnapshotRequest;
import com.google.pubsub.v1.ListSnapshotsRequest;
import com.google.pubsub.v1.ListSnapshotsResponse;
import com.google.pubsub.v1.Snapshot;
import com.google.pubsub.v1.UpdateSnapshotRequest;
import java.time.Duration;
import java.util.Set;

/** The calls on snapshots. Refuses as the service does. On the loop only. */
public final class Snapshots {
  private static final long LIFETIME_MICROS = Duration.ofDays(7).toSeconds() * 1_000_000;
  private static final long SHORTEST_MICROS = Duration.ofHours(1).toSeconds() * 1_000_000;
  private static final Set<String> UPDATABLE = Set.of("labels", "expire_time");

  private final State state;

  Snapshots(State state) {
    this.state = state;
  }

  public Snapshot create(CreateSnapshotRequest request) {
    Names.check(request.getName(), "snapshots");
    if (state.snapshots.containsKey(request.getName())) {
      throw Refusals.exists(request.getName());
    }
    SubscriptionState subscription = state.subscription(request.getSubscription());
    long now = Broker.micros(state.time.now());
    // A snapshot expires when its oldest message does.
    long expires =
        LIFETIME_MICROS
            + subscription.unacknowledged().stream()
                .mapToLong(StoredMessage::publishedMicros)
                .min()
                .orElse(now);
    if (expires - now < SHORTEST_MICROS) {
      throw Refusals.failedPrecondition(
          "The backlog is so old that it would expire within an hour");
    }
    Snapshot settings =
        Snapshot.newBuilder()
            .setName(request.getName())
            .setTopic(subscription.settings().getTopic())
            .setExpireTime(Timestamps.fromMicros(expires))
            .putAllLabels(request.getLabelsMap())
            .build();
    state.record(RecordType.SNAPSHOT, settings);
    state.record(RecordType.SNAPSHOT_TAKEN, request);
    state.putSnapshot(settings);
    fill(state, request);
    return settings;
  }

  static void fill(State state, CreateSnapshotRequest request) {
    SnapshotState snapshot = state.snapshot(request.getName());
    state.subscription(request.getSubscription()).unacknowledged().forEach(snapshot::add);
  }

  public Snapshot get(GetSnapshotRequest request) {
    return state.snapshot(request.getSnapshot()).settings();
  }

  public Snapshot update(UpdateSnapshotRequest request) {
    FieldMask mask = request.getUpdateMask();
    Snapshot before = state.snapshot(request.getSnapshot().getName()).settings();
    if (mask.getPathsCount() == 0 || !UPDATABLE.containsAll(mask.getPathsList())) {
      throw Refusals.invalid("Of a snapshot, labels and expire_time can be changed");
    }
    Snapshot.Builder after = before.toBuilder();
    FieldMaskUtil.merge(mask, request.getSnapshot(), after);
    state.record(RecordType.SNAPSHOT, after.build());
    return state.putSnapshot(after.build()).settings();
  }

  public Empty delete(DeleteSnapshotRequest request) {
    state.snapshot(request.getSnapshot());
    state.record(RecordType.SNAPSHOT_DELETED, request);
    state.deleteSnapshot(request.getSnapshot());
    return Empty.getDefaultInstance();
  }

  public ListSnapshotsResponse list(ListSnapshotsRequest request) {
    Page<SnapshotState> page =
        Page.of(
            state.snapshots,
            request.getPageToken(),
            request.getPageSize(),
            name -> name.startsWith(request.getProject() + "/"));
    return ListSnapshotsResponse.newBuilder()
        .addAllSnapshots(page.items().stream().map(SnapshotState::settings).toList())
        .setNextPageToken(page.nextToken())
        .build();
  }
}
