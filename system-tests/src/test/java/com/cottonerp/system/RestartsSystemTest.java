package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.runner.ProgramProcess;
import com.cottonerp.system.testkit.Company;
import com.cottonerp.system.testkit.DirectoryFold;
import com.cottonerp.system.testkit.PartnerDirectory;
import com.cottonerp.system.testkit.PartnerFact;
import com.cottonerp.system.testkit.PartnerStory;
import com.cottonerp.system.testkit.PartnersOutbox;
import com.cottonerp.system.testkit.TestSystem;
import com.cottonerp.system.testkit.Waiting;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestSystem.Shared.class)
class RestartsSystemTest {
  private final TestSystem system;
  private final PartnersOutbox outbox;
  private final PartnerDirectory directory;

  RestartsSystemTest(TestSystem system) {
    this.system = system;
    this.outbox = system.partnersOutbox();
    this.directory = system.partnerDirectory();
  }

  @AfterEach
  void everythingRunsAgain() {
    system.recover();
  }

  @Test
  void G4_G12_after_restarts_of_the_database_every_program_goes_on_by_itself() {
    List<PartnerStory> stories = PartnerStory.some(20);
    Map<String, Long> processes = processes();

    for (int restart = 0; restart < 3; restart++) {
      appendTo(stories, 3);
      system.local().restartDatabase();
    }
    appendTo(stories, 3);

    assertThatAllArrive(stories);
    assertThat(directory.parked()).isZero();
    Waiting.until(
        "every program is ready again",
        () -> system.local().programs().stream().allMatch(ProgramProcess::isReady));
    assertThat(processes()).isEqualTo(processes);
    new Company(system).apply();
  }

  @Test
  void G12_while_no_relay_runs_business_goes_on_and_afterwards_everything_drains() {
    List<PartnerStory> stories = PartnerStory.some(20);
    appendTo(stories, 2);
    outbox.awaitDrained();

    TestSystem.RELAYS.forEach(relay -> system.program(relay).stop());
    appendTo(stories, 5);
    new Company(system).apply();
    assertThat(outbox.pending()).isGreaterThanOrEqualTo(100);
    system.recover();

    assertThatAllArrive(stories);
    assertThat(outbox.failed()).isZero();
  }

  @Test
  void G4_G12_a_subscriber_killed_in_the_middle_applies_everything_once() {
    List<PartnerStory> stories = PartnerStory.some(40);
    appendTo(stories, 5);

    system.program("trade-desk-service").kill();
    appendTo(stories, 5);
    system.recover();

    assertThatAllArrive(stories);
    assertThat(directory.parked()).isZero();
  }

  private void assertThatAllArrive(List<PartnerStory> stories) {
    outbox.awaitDrained();
    directory.awaitAll(stories);
    assertThat(directory.entriesOf(stories)).isEqualTo(DirectoryFold.of(outbox).entriesOf(stories));
  }

  private Map<String, Long> processes() {
    return system.local().programs().stream()
        .collect(Collectors.toMap(ProgramProcess::name, ProgramProcess::pid));
  }

  private void appendTo(List<PartnerStory> stories, int each) {
    for (int i = 0; i < each; i++) {
      List<PartnerFact> facts = stories.stream().map(PartnerStory::next).toList();
      facts.forEach(outbox::append);
    }
  }
}
