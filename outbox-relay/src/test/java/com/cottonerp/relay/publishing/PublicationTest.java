package com.cottonerp.relay.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.relay.outbox.PendingEvent;
import com.google.pubsub.v1.PubsubMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublicationTest {
  @Test
  void events_go_out_in_one_slice() {
    Publication publication = publication(events(5));

    assertThat(ids(publication.nextSlice())).containsExactly(1L, 2L, 3L, 4L, 5L);

    publication.acknowledged(5);
    assertThat(publication.isDone()).isTrue();
  }

  @Test
  void a_slice_has_at_most_a_thousand_messages_and_fits_a_request() {
    assertThat(publication(events(1500)).nextSlice()).hasSize(1000);

    List<OutgoingEvent> big =
        IntStream.rangeClosed(1, 3).mapToObj(id -> event(id, 4_000_000, 0, null)).toList();
    assertThat(publication(big).nextSlice()).hasSize(2);
  }

  @Test
  void an_event_that_was_refused_before_or_breaks_a_limit_is_sent_alone() {
    Publication publication =
        publication(
            List.of(
                event(1, 10, 0, null),
                event(2, 10, 1, null),
                event(3, 10, 0, "too large"),
                event(4, 10, 0, null)));

    List<List<Long>> slices = new ArrayList<>();
    while (!publication.isDone()) {
      List<OutgoingEvent> slice = publication.nextSlice();
      slices.add(ids(slice));
      publication.acknowledged(slice.size());
    }

    assertThat(slices).containsExactly(List.of(1L), List.of(2L), List.of(3L), List.of(4L));
  }

  @Test
  void halving_finds_every_poison_event_and_publishes_all_others_in_order() {
    for (int size = 1; size <= 40; size++) {
      for (long poison = 1; poison <= size; poison++) {
        Set<Long> poisoned = new TreeSet<>(List.of(poison, (long) size));
        Run run = publish(events(size), poisoned);

        assertThat(run.culprits()).containsExactlyElementsOf(poisoned);
        assertThat(run.published()).isSorted().hasSize(size - run.culprits().size());
        assertThat(run.requests()).isLessThanOrEqualTo(4 * 8);
      }
    }
  }

  @Test
  void later_events_of_a_poisoned_aggregate_leave_with_it() {
    UUID sick = UUID.randomUUID();
    List<OutgoingEvent> events =
        List.of(
            event(1, sick),
            event(2, UUID.randomUUID()),
            event(3, sick),
            event(4, sick),
            event(5, UUID.randomUUID()));

    Run run = publish(events, Set.of(3L));

    assertThat(run.published()).containsExactly(1L, 2L, 5L);
    assertThat(run.culprits()).containsExactly(3L);
  }

  @Test
  void a_failed_slice_is_sent_again_unchanged() {
    Publication publication = publication(events(4));
    List<Long> first = ids(publication.nextSlice());

    publication.failed(100);

    assertThat(publication.isDue(99)).isFalse();
    assertThat(publication.isDue(100)).isTrue();
    assertThat(ids(publication.nextSlice())).isEqualTo(first);
  }

  private record Run(List<Long> published, List<Long> culprits, int requests) {}

  private static Run publish(List<OutgoingEvent> events, Set<Long> poison) {
    Publication publication = publication(events);
    Run run = new Run(new ArrayList<>(), new ArrayList<>(), 0);
    int requests = 0;
    while (!publication.isDone()) {
      List<Long> slice = ids(publication.nextSlice());
      requests++;
      if (slice.stream().anyMatch(poison::contains)) {
        Optional<OutgoingEvent> culprit = publication.refused(slice.size());
        culprit.ifPresent(event -> run.culprits().add(event.event().id()));
      } else {
        publication.acknowledged(slice.size());
        run.published().addAll(slice);
      }
    }
    return new Run(run.published(), run.culprits(), requests);
  }

  private static Publication publication(List<OutgoingEvent> events) {
    return new Publication(null, "lane-1", events, 1000);
  }

  private static List<OutgoingEvent> events(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(id -> event(id, 10, 0, null)).toList();
  }

  private static OutgoingEvent event(long id, UUID aggregate) {
    return event(id, aggregate, 10, 0, null);
  }

  private static OutgoingEvent event(long id, int bytes, int attempts, String violation) {
    return event(id, UUID.randomUUID(), bytes, attempts, violation);
  }

  private static OutgoingEvent event(
      long id, UUID aggregate, int bytes, int attempts, String violation) {
    PendingEvent.Facts facts =
        new PendingEvent.Facts(
            UUID.randomUUID(), "Partner", id, "PartnerUpdated", 1, Instant.EPOCH);
    PendingEvent pending =
        new PendingEvent(
            id,
            1,
            aggregate,
            attempts,
            null,
            facts,
            new PendingEvent.Trail(null, null, null),
            new byte[0]);
    return new OutgoingEvent(pending, PubsubMessage.getDefaultInstance(), bytes, violation);
  }

  private static List<Long> ids(List<OutgoingEvent> events) {
    return events.stream().map(event -> event.event().id()).toList();
  }
}
