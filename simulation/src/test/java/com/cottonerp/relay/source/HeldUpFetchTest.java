package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.relay.lane.Lane;
import com.cottonerp.relay.lane.Tenures;
import com.cottonerp.relay.outbox.PendingEvents.Fetched;
import com.cottonerp.relay.outbox.PendingEvents.Wanted;
import com.cottonerp.relay.source.LaneLooks.Horizon;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Seed 17204 of the relay's simulation found this case. */
class HeldUpFetchTest {
  private static final Fetched NOTHING = new Fetched(List.of(), List.of(), true);

  private final Lane lane = Tenures.of(1);
  private final Map<Lane, Integer> quotas = Map.of(lane, 50);
  private final LaneLooks looks = new LaneLooks(0);

  @Test
  void a_late_commit_is_looked_for_soon_although_the_process_was_held_up_during_a_fetch() {
    fetch(0, 0);
    long ended = Duration.ofMinutes(1).toNanos();
    fetch(0, ended);

    Horizon committed = new Horizon(14, 14, 14);
    List<Wanted> later = looks.plan(quotas, committed, ended + Duration.ofSeconds(10).toNanos());

    assertThat(later).singleElement().extracting(Wanted::after).isEqualTo(0L);
  }

  /** Finds no event, because the transaction of event 14 still runs. */
  private void fetch(long began, long ended) {
    Horizon whileItRuns = new Horizon(0, 14, 14);
    List<Wanted> wanted = looks.plan(quotas, whileItRuns, began);
    looks.looked(quotas, wanted, NOTHING, whileItRuns, began, ended);
  }
}
