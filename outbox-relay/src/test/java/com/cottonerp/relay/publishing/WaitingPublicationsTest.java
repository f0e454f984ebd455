package com.cottonerp.relay.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.relay.outbox.PendingEvent;
import com.google.pubsub.v1.PubsubMessage;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WaitingPublicationsTest {
  private final WaitingPublications waiting = new WaitingPublications();

  @Test
  void a_retry_that_is_due_goes_first_and_one_that_is_not_waits() {
    Publication fresh = publication(1);
    Publication late = failedUntil(200);
    Publication soon = failedUntil(100);
    List.of(fresh, late, soon).forEach(waiting::add);

    assertThat(waiting.next(false, 99)).isSameAs(fresh);
    assertThat(waiting.next(false, 100)).isSameAs(soon);

    waiting.remove(soon);
    waiting.remove(fresh);
    assertThat(waiting.next(false, 150)).isSameAs(late);
    assertThat(late.isDue(150)).isFalse();

    waiting.retryAllNow(150);
    assertThat(late.isDue(150)).isTrue();
  }

  @Test
  void while_probing_what_was_not_tried_yet_goes_first() {
    Publication fresh = publication(1);
    Publication due = failedUntil(100);
    waiting.add(due);
    waiting.add(fresh);

    assertThat(waiting.next(true, 150)).isSameAs(fresh);

    waiting.remove(fresh);
    assertThat(waiting.next(true, 0)).isSameAs(due);
  }

  @Test
  void the_next_slice_of_a_publication_goes_before_the_others() {
    Publication first = publication(3);
    waiting.add(publication(1));
    first.acknowledged(1);

    waiting.addFirst(first);

    assertThat(waiting.next(false, 0)).isSameAs(first);
  }

  @Test
  void the_bytes_are_those_of_what_waits_whatever_happens_to_it() {
    Random random = new Random(7);
    List<Publication> held = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      switch (random.nextInt(4)) {
        case 0, 1 -> add(random.nextBoolean() ? publication(4) : failedUntil(i), held);
        case 2 -> {
          Publication next = waiting.next(random.nextBoolean(), i);
          if (next != null) {
            waiting.remove(next);
            held.remove(next);
            next.acknowledged(1);
            if (!next.isDone()) {
              waiting.addFirst(next);
              held.add(next);
            }
          }
        }
        default -> {
          if (i % 50 == 0) {
            waiting.removeIf(publication -> publication.bytes() < 20);
            held.removeIf(publication -> publication.bytes() < 20);
          }
        }
      }
      assertThat(waiting.bytes()).isEqualTo(held.stream().mapToLong(Publication::bytes).sum());
      assertThat(waiting.size()).isEqualTo(held.size());
    }
  }

  @Test
  void a_turn_costs_about_the_same_whether_little_or_much_waits() {
    long little = cheapestOfFive(500);
    long much = cheapestOfFive(50_000);

    // A walk over all publications would cost a hundred times as much.
    assertThat(much).isLessThan(little * 25);
  }

  private static long cheapestOfFive(int size) {
    return LongStream.range(0, 5).map(round -> nanosOfTurns(size)).min().orElseThrow();
  }

  private static long nanosOfTurns(int size) {
    WaitingPublications many = new WaitingPublications();
    for (int i = 0; i < size; i++) {
      many.add(i % 2 == 0 ? publication(1) : failedUntil(1_000_000 + i));
    }
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int turn = 0; turn < 5_000; turn++) {
      Publication next = many.next(false, turn);
      many.remove(next);
      many.add(next);
    }
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
  }

  private void add(Publication publication, List<Publication> held) {
    waiting.add(publication);
    held.add(publication);
  }

  private static Publication failedUntil(long due) {
    Publication publication = publication(2);
    publication.failed(due);
    return publication;
  }

  private static Publication publication(int events) {
    return new Publication(
        null,
        "key",
        LongStream.rangeClosed(1, events).mapToObj(WaitingPublicationsTest::event).toList(),
        1000);
  }

  private static OutgoingEvent event(long sequence) {
    UUID aggregate = UUID.randomUUID();
    PendingEvent event =
        new PendingEvent(
            sequence,
            1,
            aggregate,
            0,
            null,
            new PendingEvent.Facts(aggregate, "Partner", sequence, "Updated", 1, Instant.EPOCH),
            new PendingEvent.Trail(null, null, null),
            new byte[0]);
    return new OutgoingEvent(event, PubsubMessage.getDefaultInstance(), 10, null);
  }
}
