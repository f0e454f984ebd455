package com.cottonerp.relay.publishing;

import com.cottonerp.relay.Lanes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The unanswered requests, in the order of sending. Pure. */
final class RequestsInFlight {

  private final Set<SentRequest> requests = new LinkedHashSet<>();
  private final int[] byLane = new int[Lanes.COUNT];

  private long bytes;

  void add(SentRequest request) {
    requests.add(request);
    byLane[request.laneNumber()]++;
    bytes += request.heldBytes();
  }

  /** Returns whether the request was in flight. */
  boolean remove(SentRequest request) {
    boolean removed = requests.remove(request);
    if (removed) {
      byLane[request.laneNumber()]--;
      bytes -= request.heldBytes();
    }
    return removed;
  }

  List<SentRequest> sentBefore(long oldest) {
    List<SentRequest> overdue = new ArrayList<>();
    for (SentRequest request : requests) {
      if (request.sentAt() - oldest >= 0) {
        break;
      }
      overdue.add(request);
    }
    return overdue;
  }

  boolean hasAnyOf(int laneNumber) {
    return byLane[laneNumber] > 0;
  }

  boolean isEmpty() {
    return requests.isEmpty();
  }

  int size() {
    return requests.size();
  }

  /** The bytes of the events in these requests' publications, sent or not. */
  long bytes() {
    return bytes;
  }
}
