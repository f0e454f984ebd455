package com.cottonerp.relay.lane;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many events to fetch for which lanes.
 *
 * <p>Lanes with little to do come first, so that a backlog never holds up a fresh event; lanes with
 * a backlog take turns with large fetches rather than share small ones: a request costs the same
 * whether it carries ten messages or a thousand. Pure.
 *
 * @param complete whether every ready lane has its share; else the others' turn is the next fetch
 */
public record FetchQuotas(Map<Lane, Integer> byLane, boolean complete) {
  public static FetchQuotas share(List<Lane> ready, int rows) {
    List<Lane> inTurn =
        ready.stream()
            .sorted(Comparator.comparingInt(Lane::appetite).thenComparingLong(Lane::lastFetch))
            .toList();
    Map<Lane, Integer> quotas = new LinkedHashMap<>();
    int left = rows;
    for (Lane lane : inTurn) {
      if (left > 0) {
        int quota = Math.min(lane.appetite(), left);
        quotas.put(lane, quota);
        left -= quota;
      }
    }
    return new FetchQuotas(quotas, quotas.size() == ready.size());
  }
}
