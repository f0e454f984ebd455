package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cottonerp.system.testkit.Broker;
import com.cottonerp.system.testkit.Company;
import com.cottonerp.system.testkit.DirectoryFold;
import com.cottonerp.system.testkit.PartnerDirectory;
import com.cottonerp.system.testkit.PartnerFact;
import com.cottonerp.system.testkit.PartnerStory;
import com.cottonerp.system.testkit.PartnersOutbox;
import com.cottonerp.system.testkit.Subscriber;
import com.cottonerp.system.testkit.TestSystem;
import com.cottonerp.system.testkit.Waiting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestSystem.Shared.class)
class BrokerOutageSystemTest {
  private final TestSystem system;
  private final PartnersOutbox outbox;
  private final PartnerDirectory directory;

  BrokerOutageSystemTest(TestSystem system) {
    this.system = system;
    this.outbox = system.partnersOutbox();
    this.directory = system.partnerDirectory();
  }

  @AfterEach
  void everythingRunsAgain() {
    system.recover();
  }

  @Test
  void G6_while_the_broker_is_frozen_business_goes_on_and_afterwards_everything_drains() {
    try (Broker broker = system.broker();
        Subscriber subscriber = broker.subscribe()) {
      List<PartnerStory> stories = PartnerStory.some(40);
      List<PartnerFact> facts = new ArrayList<>(appendTo(stories, 2));
      outbox.awaitDrained();

      system.local().pubsub().pause();
      try {
        facts.addAll(appendTo(stories, 5));
        assertThatNothingIsHeldWhilePublishing();
        Waiting.until(
            "the relay reports that the broker does not answer",
            () -> system.relay().state().equals("BROKER_OUTAGE"));
        facts.addAll(appendTo(stories, 5));
        new Company(system).apply();
        assertThat(outbox.failed()).isZero();
      } finally {
        system.local().pubsub().resume();
      }

      outbox.awaitDrained();
      subscriber.awaitEvents(facts);
      directory.awaitAll(stories);
      assertThat(outbox.failed()).isZero();
      assertThat(directory.entriesOf(stories))
          .isEqualTo(DirectoryFold.of(outbox).entriesOf(stories));
    }
  }

  /** Only the server of this project keeps anything; Google's emulator is the next test. */
  @Test
  void G6_a_broker_that_is_killed_and_started_again_loses_nothing_that_it_took() {
    assumeTrue(system.local().pubsub().keepsMessages());
    try (Broker broker = system.broker();
        Subscriber subscriber = broker.subscribe()) {
      List<PartnerStory> stories = PartnerStory.some(20);
      List<PartnerFact> facts = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        facts.addAll(appendTo(stories, 2));
        system.local().pubsub().restart();
      }

      outbox.awaitDrained();
      subscriber.awaitEvents(facts);
      directory.awaitAll(stories);
      assertThat(outbox.failed()).isZero();
      assertThat(directory.entriesOf(stories))
          .isEqualTo(DirectoryFold.of(outbox).entriesOf(stories));
    }
  }

  @Test
  void G6_a_broker_that_comes_back_without_its_topics_gets_them_again_and_everything_drains() {
    List<PartnerStory> stories = PartnerStory.some(20);
    appendTo(stories, 3);
    outbox.awaitDrained();
    directory.awaitAll(stories);

    system.local().pubsub().stop();
    appendTo(stories, 3);
    system.local().pubsub().restartEmpty();
    // What is published to a topic that has no subscription yet is lost; what comes next shows it.
    try (Broker broker = system.broker()) {
      Waiting.until(
          "the subscription is there again",
          () -> broker.hasSubscription("trade-desk.partner-events"));
    }
    appendTo(stories, 3);

    outbox.awaitDrained();
    directory.awaitAll(stories);
    assertThat(outbox.failed()).isZero();
    assertThat(directory.entriesOf(stories)).isEqualTo(DirectoryFold.of(outbox).entriesOf(stories));
  }

  /** A transaction that lasts as long as a publish would show here: the broker does not answer. */
  private void assertThatNothingIsHeldWhilePublishing() {
    assertThat(system.relayTransactionsOlderThan("1 second")).isZero();
    Waiting.until("events wait for the broker", () -> outbox.pending() > 0);
    assertThat(system.relayTransactionsOlderThan("1 second")).isZero();
  }

  private List<PartnerFact> appendTo(List<PartnerStory> stories, int each) {
    List<PartnerFact> facts = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      for (PartnerStory story : stories) {
        PartnerFact fact = story.next();
        outbox.append(fact);
        facts.add(fact);
      }
    }
    return facts;
  }
}
