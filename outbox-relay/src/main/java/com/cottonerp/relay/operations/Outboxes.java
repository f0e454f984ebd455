package com.cottonerp.relay.operations;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.relay.Lanes;
import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.outbox.LaneFacts;
import com.cottonerp.relay.outbox.QueueFigures;
import com.cottonerp.relay.source.LaneState;
import com.cottonerp.relay.source.Relay;
import com.cottonerp.relay.source.RelaySource;
import com.cottonerp.relay.source.SourceStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the state of each outbox. */
@ApplicationScoped
class Outboxes {
  private static final Set<Integer> ALL_LANES =
      IntStream.range(0, Lanes.COUNT).boxed().collect(Collectors.toUnmodifiableSet());

  private static final String LIVE_REPLICAS =
      "SELECT count(*) FROM outbox_replica WHERE alive_until > now()";

  private static final String LANES =
      """
      SELECT lane, owner, epoch, CASE WHEN owner IS NOT NULL THEN leased_until END
      FROM outbox_lane ORDER BY lane
      """;

  private final OutboxPools pools;
  private final Relay relay;
  private final RelayConfig config;

  Outboxes(OutboxPools pools, Relay relay, RelayConfig config) {
    this.pools = pools;
    this.relay = relay;
    this.config = config;
  }

  /** All outboxes; an outbox with an unreachable database is listed as unreachable. */
  List<OutboxView> list() {
    return relay.sources().stream().map(this::viewOrUnreachable).toList();
  }

  OutboxView find(String name) {
    RelaySource source =
        relay.sources().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new NotFound("outbox", name).refused());
    return pools.with(name, connection -> view(source, connection, lanes(source, connection)));
  }

  private OutboxView viewOrUnreachable(RelaySource source) {
    try {
      return pools.with(source.name(), connection -> view(source, connection, null));
    } catch (RefusedException unreachable) {
      return new OutboxView(
          source.name(),
          config.sources().get(source.name()).schema(),
          config.sources().get(source.name()).topic(),
          OutboxView.State.DATABASE_UNREACHABLE,
          unreachable.refusal().detail(),
          null,
          null,
          null);
    }
  }

  private OutboxView view(RelaySource source, Connection connection, List<LaneView> lanes)
      throws SQLException {
    SourceStatus status = source.status();
    QueueFigures.Figures figures = QueueFigures.measure(connection, ALL_LANES);
    double oldest =
        LaneFacts.read(connection).stream()
            .mapToDouble(LaneFacts::firstReadySeconds)
            .max()
            .orElse(0);
    return new OutboxView(
        source.name(),
        config.sources().get(source.name()).schema(),
        config.sources().get(source.name()).topic(),
        state(status),
        status.databaseError().or(() -> status.broker().pauseReason()).orElse(null),
        new OutboxView.Queue(
            figures.pending(), figures.failed(), figures.blocked(), figures.replaysLeft(), oldest),
        new OutboxView.Replicas(liveReplicas(connection), status.lanes().size(), relay.replica()),
        lanes);
  }

  private static OutboxView.State state(SourceStatus status) {
    if (!status.connected()) {
      return OutboxView.State.DATABASE_UNREACHABLE;
    }
    if (status.broker().pauseReason().isPresent()) {
      return OutboxView.State.PAUSED;
    }
    return status.broker().outage() ? OutboxView.State.BROKER_OUTAGE : OutboxView.State.RELAYING;
  }

  private static int liveReplicas(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LIVE_REPLICAS)) {
      row.next();
      return row.getInt(1);
    }
  }

  private static List<LaneView> lanes(RelaySource source, Connection connection)
      throws SQLException {
    Map<Integer, LaneState> states =
        source.laneStates().stream()
            .collect(Collectors.toMap(LaneState::lane, Function.identity()));
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LANES)) {
      List<LaneView> lanes = new ArrayList<>();
      while (row.next()) {
        LaneState state = states.get(row.getInt(1));
        OffsetDateTime until = row.getObject(4, OffsetDateTime.class);
        lanes.add(
            new LaneView(
                row.getInt(1),
                row.getString(2),
                row.getLong(3),
                until == null ? null : until.toInstant(),
                state == null ? null : state.state(),
                state == null ? null : state.reason()));
      }
      return lanes;
    }
  }
}
