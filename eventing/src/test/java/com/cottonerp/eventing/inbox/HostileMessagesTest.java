package com.cottonerp.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.eventing.testkit.InboxFeed;
import com.cottonerp.eventing.testkit.LogLines;
import com.cottonerp.eventing.testkit.RunningPostgres;
import com.cottonerp.eventing.topology.Topology;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever arrives, what arrives behind it is applied (G5). */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class HostileMessagesTest {
  private static final int MESSAGES = Integer.getInteger("hostile.messages", 2_000);
  private static final int LONGEST_LINE = 1_000;
  private static final long SEED = Long.getLong("hostile.seed", 20_261_125L);

  @Inject Inbox inbox;
  @Inject Vertx vertx;
  @Inject ObjectMapper json;
  @Inject @All List<Projection> projections;

  private final Random random = new Random(SEED);
  private LogLines log;

  @BeforeEach
  void listen() {
    log = LogLines.of("com.cottonerp.eventing.inbox");
  }

  @AfterEach
  void forget() {
    log.close();
    RunningPostgres.run(
        "DELETE FROM inbox_parked; DELETE FROM inbox_gap; DELETE FROM inbox_conflict; DELETE FROM heard");
  }

  @Test
  void G5_every_good_message_behind_a_broken_one_is_applied() {
    HostileMessages hostile = new HostileMessages(random, json);
    List<UUID> good = new ArrayList<>();
    for (Topology.Topic topic : Topology.load().topics()) {
      InboxFeed feed =
          new InboxFeed(inbox, vertx, json, topic.outbox(), topic.subscriptions().get(0));
      Projection[] fed =
          projections.stream()
              .filter(projection -> projection.routes().topic().equals(topic.name()))
              .filter(projection -> projection.name().startsWith("heard-"))
              .toArray(Projection[]::new);
      Map<String, byte[]> samples = HostileMessages.samples(topic.outbox());
      for (int i = 0; i < MESSAGES / 4; i++) {
        UUID other = UUID.randomUUID();
        String type = hostile.oneOf(List.copyOf(samples.keySet()));
        ReceivedMessage intact = feed.message(UUID.randomUUID(), 1, type, samples.get(type));
        ReceivedMessage broken = hostile.broken(intact);
        feed.deliver(List.of(broken, feed.message(other, 1, type, samples.get(type))), fed);
        good.add(other);
      }
    }

    assertThat(heard(good)).as("seed %d", SEED).containsExactlyInAnyOrderElementsOf(good);
    assertThat(log.messages())
        .as("the log has a line for each broken message, of a bounded length")
        .hasSizeGreaterThan(MESSAGES / 4)
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(LONGEST_LINE).doesNotContain("\n"));
    assertThat(log.stackTraces())
        .as(
            "a stack trace says nothing about a message, and what it says of a kind of fault it says once")
        .isLessThan(MESSAGES / 50);
  }

  private static List<UUID> heard(List<UUID> aggregates) {
    String ids = aggregates.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
    return RunningPostgres.query(
            "SELECT aggregate_id FROM heard WHERE aggregate_id IN (" + ids + ")")
        .stream()
        .map(UUID::fromString)
        .toList();
  }

  @Test
  void G5_messages_of_nine_megabytes_hold_nobody_up() {
    InboxFeed feed = new InboxFeed(inbox, vertx, json, "risk", "trade-desk.risk-events");
    Projection risk = projection("heard-risk");
    byte[] large = new byte[9_000_000];
    random.nextBytes(large);
    UUID other = UUID.randomUUID();
    byte[] sample = HostileMessages.samples("risk").get("PartyLinkDetected");
    Map<String, String> none = new HashMap<>();

    feed.deliver(
        List.of(
            feed.message(UUID.randomUUID(), 1, "PartyLinkDetected", large),
            feed.message(UUID.randomUUID(), 2, "PartyLinkDetected", large),
            new ReceivedMessage(UUID.randomUUID().toString(), "lane-0", none, large),
            feed.message(other, 1, "PartyLinkDetected", sample)),
        risk);

    assertThat(heard(List.of(other))).containsExactly(other);
  }

  private Projection projection(String name) {
    return projections.stream()
        .filter(projection -> projection.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
