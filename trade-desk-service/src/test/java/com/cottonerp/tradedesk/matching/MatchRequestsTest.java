package com.cottonerp.tradedesk.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.tradedesk.matchrequests.MatchRequests;
import com.cottonerp.tradedesk.matchrequests.MatchRequests.Request;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request is leased, not held: nothing is lost, and nothing waits for its row. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class MatchRequestsTest {
  private final UUID post = UUID.randomUUID();
  @Inject MatchRequests requests;
  @Inject Scheduler scheduler;
  @Inject AgroalDataSource database;

  @BeforeEach
  void only_this_test_takes_requests() throws SQLException {
    scheduler.pause("matching");
    run("DELETE FROM match_request");
    // A run that has begun already would take what is due.
    Awaitility.await()
        .during(Duration.ofMillis(500))
        .until(
            () -> {
              request();
              return take().isPresent();
            });
    run("DELETE FROM match_request");
    request();
  }

  @AfterEach
  void the_job_goes_on() throws SQLException {
    run("DELETE FROM match_request");
    scheduler.resume("matching");
  }

  @Test
  void a_leased_request_is_taken_once_and_gone_when_it_is_done() {
    Request taken = take().orElseThrow();
    assertThat(taken.postId()).isEqualTo(post);
    assertThat(take()).isEmpty();

    inTransaction(() -> requests.done(taken));

    assertThat(rows()).isEmpty();
  }

  @Test
  void a_request_of_a_replica_that_crashed_is_due_when_the_lease_ends() throws SQLException {
    Request lost = take().orElseThrow();
    run("UPDATE match_request SET next_attempt_at = clock_timestamp()");

    Request again = take().orElseThrow();
    inTransaction(() -> requests.done(lost));

    assertThat(rows()).hasSize(1);
    inTransaction(() -> requests.done(again));
    assertThat(rows()).isEmpty();
  }

  @Test
  void a_post_that_is_requested_again_while_it_is_matched_is_matched_again() {
    Request taken = take().orElseThrow();
    request();

    inTransaction(() -> requests.done(taken));

    assertThat(take()).map(Request::postId).contains(post);
  }

  @Test
  void who_is_done_does_not_wait_for_who_requests_the_post_again() throws SQLException {
    Request taken = take().orElseThrow();
    try (Connection other = database.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("UPDATE match_request SET next_attempt_at = clock_timestamp()");

      inTransaction(() -> requests.done(taken));
      other.commit();
    }

    assertThat(take()).map(Request::postId).contains(post);
  }

  private void request() {
    inTransaction(() -> requests.request(Side.BUY, post));
  }

  private Optional<Request> take() {
    return await(() -> Panache.withTransaction(requests::take));
  }

  private static void inTransaction(Supplier<Uni<Void>> work) {
    await(() -> Panache.withTransaction(work));
  }

  private static <T> T await(Supplier<Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(work);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> rows() {
    return RunningPostgres.rowsOf("SELECT post_id FROM match_request");
  }
}
