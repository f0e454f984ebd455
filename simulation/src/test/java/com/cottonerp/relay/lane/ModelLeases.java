package com.cottonerp.relay.lane;

import com.cottonerp.simulation.RelayDatabase;
import com.cottonerp.simulation.RelayDatabase.Lease;
import com.cottonerp.simulation.RelayVariant;
import com.cottonerp.simulation.Weather;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The statements of {@link LaneLeases}, on the rows of the model. */
public final class ModelLeases extends LaneLeases {
  private final RelayDatabase database;
  private final Weather weather;
  private final RelayVariant variant;
  private final String replica;
  private final long ttl;

  public ModelLeases(
      RelayDatabase database, Weather weather, RelayVariant variant, String replica, Duration ttl) {
    super(null, replica, ttl);
    this.database = database;
    this.weather = weather;
    this.variant = variant;
    this.replica = replica;
    this.ttl = ttl.toNanos();
  }

  @Override
  void beat(boolean working) throws SQLException {
    weather.before("beat");
    database.replicas.put(replica, new RelayDatabase.Replica(weather.now() + ttl, working));
    weather.after(() -> "beat");
  }

  @Override
  void sayGoodbye() throws SQLException {
    weather.before("say goodbye");
    database.replicas.remove(replica);
    weather.after(() -> "say goodbye");
  }

  @Override
  Survey survey(Collection<Lane> owned) throws SQLException {
    weather.before("survey");
    long now = weather.now();
    int live = 0;
    int working = 0;
    for (Map.Entry<String, RelayDatabase.Replica> row : database.replicas.entrySet()) {
      if (row.getValue().aliveUntil() > now) {
        live++;
        working += !row.getKey().equals(replica) && row.getValue().working() ? 1 : 0;
      }
    }
    Survey seen = new Survey(live, working, 0, free(owned).size());
    weather.after(() -> "survey");
    return seen;
  }

  private List<Integer> free(Collection<Lane> owned) {
    Set<Integer> mine = owned.stream().map(Lane::number).collect(Collectors.toSet());
    List<Integer> free = new ArrayList<>();
    for (Map.Entry<Integer, Lease> row : database.lanes.entrySet()) {
      boolean lost = replica.equals(row.getValue().owner) && !mine.contains(row.getKey());
      if (row.getValue().until < now() || lost) {
        free.add(row.getKey());
      }
    }
    return free;
  }

  /** WHY by chance: the real statement skips rows that another replica has locked at the moment. */
  @Override
  Map<Integer, Long> acquire(int count, Collection<Lane> owned) throws SQLException {
    weather.before("acquire");
    List<Integer> free = free(owned);
    free.removeIf(lane -> weather.chance(0.2));
    if (variant == RelayVariant.LEASE_WITHOUT_LOCK) {
      weather.between();
    }
    Map<Integer, Long> epochs = new TreeMap<>();
    for (int lane : free.subList(0, Math.min(count, free.size()))) {
      Lease lease = database.lanes.get(lane);
      lease.owner = replica;
      lease.epoch++;
      lease.until = now() + ttl;
      epochs.put(lane, lease.epoch);
    }
    weather.after(() -> "acquire " + epochs);
    return epochs;
  }

  @Override
  Set<Integer> renew(Collection<Lane> owned) throws SQLException {
    weather.before("renew");
    Set<Integer> renewed = new HashSet<>();
    for (Lane lane : owned) {
      Lease lease = database.lanes.get(lane.number());
      if (isMine(lane, lease)) {
        lease.until = now() + ttl;
        renewed.add(lane.number());
      }
    }
    weather.after(() -> "renew " + renewed);
    return renewed;
  }

  @Override
  void release(Collection<Lane> lanes) throws SQLException {
    weather.before("release");
    for (Lane lane : lanes) {
      Lease lease = database.lanes.get(lane.number());
      if (isMine(lane, lease)) {
        lease.owner = null;
        lease.until = RelayDatabase.NEVER;
      }
    }
    weather.after(() -> "release");
  }

  private long now() {
    return variant == RelayVariant.LEASE_BY_OWN_CLOCK ? weather.nowAt(replica) : weather.now();
  }

  private boolean isMine(Lane lane, Lease lease) {
    return variant == RelayVariant.NO_EPOCH || lease.isOf(replica, lane.epoch());
  }
}
