package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.relay.outbox.PendingEvent;
import com.cottonerp.relay.outbox.PendingEvents.Candidate;
import com.cottonerp.relay.outbox.PendingEvents.Fetched;
import com.cottonerp.relay.outbox.PendingEvents.Wanted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OverlookedEventsTest {
  private final OverlookedEvents overlooked = new OverlookedEvents();

  @Test
  void what_the_watch_tells_is_passed_on_once() {
    overlooked.tell(7, 28_052);
    overlooked.tell(7, 28_053);
    List<String> told = new ArrayList<>();

    overlooked.drainTo((lane, event) -> told.add(lane + " " + event));
    overlooked.drainTo((lane, event) -> told.add(lane + " " + event));

    assertThat(told).containsExactly("7 28053");
  }

  @Test
  void an_event_that_still_waits_was_overlooked() {
    overlooked.suspect(7, 28_052);

    assertThat(overlooked.found(lanes(3), fetched(3, 28_052))).isEmpty();
    assertThat(overlooked.found(lanes(3, 7), fetched(7, 28_052, 28_060))).containsExactly(28_052L);
    assertThat(overlooked.found(lanes(7), fetched(7, 28_052))).isEmpty();
  }

  @Test
  void an_event_that_has_gone_since_the_look_was_not_overlooked() {
    overlooked.suspect(7, 28_052);

    assertThat(overlooked.found(lanes(7), fetched(7, 28_060))).isEmpty();
    assertThat(overlooked.found(lanes(7), fetched(7, 28_052))).isEmpty();
  }

  private static List<Wanted> lanes(int... lanes) {
    return Arrays.stream(lanes).mapToObj(lane -> new Wanted(lane, 50, 0)).toList();
  }

  private static Fetched fetched(int lane, long... ids) {
    List<Candidate> candidates =
        LongStream.of(ids).mapToObj(id -> new Candidate(event(lane, id), 0)).toList();
    return new Fetched(candidates, List.of(), true);
  }

  private static PendingEvent event(int lane, long id) {
    return new PendingEvent(id, lane, UUID.randomUUID(), 0, null, null, null, null);
  }
}
