package com.cottonerp.relay.lane;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The number of events to fetch for each lane.
 *
 * <p>Lanes with few events come first, so that a backlog does not delay a fresh event. Lanes with a
 * backlog take turns with large fetches, because a request costs the same with ten messages as with
 * a thousand. Pure.
 *
 * @param complete whether every ready lane has its share; otherwise the other lanes come next time
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
