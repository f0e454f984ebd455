package com.cottonerp.eventing.readmodels;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.eventing.inbox.LevelsProjection;
import com.cottonerp.eventing.testkit.ForgetfulRelay;
import com.cottonerp.eventing.testkit.RunningPostgres;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often the relay is asked to publish the log again. */
@QuarkusTest
@QuarkusTestResource(value = RunningPostgres.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = ForgetfulRelay.class, restrictToAnnotatedClass = true)
class RebuildJobTest {
  @Inject RebuildJob job;
  @Inject Rebuilds rebuilds;
  @Inject LevelsProjection levels;

  @BeforeEach
  void only_one_read_model_is_rebuilt() throws Throwable {
    watch();
    RunningPostgres.run("UPDATE read_model_rebuild SET finished_at = clock_timestamp()");
    ForgetfulRelay.REQUESTED.clear();
    rebuild();
  }

  @Test
  void G10_copies_of_a_service_that_ask_at_once_ask_for_one_replay() {
    List<CompletableFuture<Void>> copies =
        Stream.generate(() -> CompletableFuture.runAsync(this::watch)).limit(4).toList();
    copies.forEach(CompletableFuture::join);

    assertThat(ForgetfulRelay.REQUESTED).isNotEmpty();
    assertThat(ForgetfulRelay.REQUESTED.stream().distinct()).hasSize(1);
    assertThat(unrequested()).isZero();
  }

  @Test
  void G10_a_replay_whose_answer_was_lost_is_asked_for_with_its_id() {
    ForgetfulRelay.ANSWERS_TO_LOSE.set(1);
    watch();
    assertThat(unrequested()).isEqualTo(1);

    watch();

    assertThat(ForgetfulRelay.REQUESTED).hasSize(2);
    assertThat(ForgetfulRelay.REQUESTED.stream().distinct()).hasSize(1);
    assertThat(unrequested()).isZero();
  }

  @Test
  void G10_a_rebuild_that_begins_again_gets_a_replay_of_its_own() throws Throwable {
    watch();
    rebuild();
    watch();

    assertThat(ForgetfulRelay.REQUESTED.stream().distinct()).hasSize(2);
  }

  private void rebuild() throws Throwable {
    VertxContextSupport.subscribeAndAwait(
        () -> Panache.withTransaction(() -> rebuilds.begin(levels, "test")));
  }

  private void watch() {
    try {
      VertxContextSupport.subscribeAndAwait(() -> job.watch());
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static int unrequested() {
    return RunningPostgres.query(
            "SELECT projection FROM read_model_rebuild WHERE replay_requested_at IS NULL"
                + " AND finished_at IS NULL")
        .size();
  }
}
