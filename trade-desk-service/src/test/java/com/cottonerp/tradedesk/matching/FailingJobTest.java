package com.cottonerp.tradedesk.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.tradedesk.testkit.RunningPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A scheduled job that cannot do its work. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class FailingJobTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject MeterRegistry metrics;

  @Test
  void a_job_that_fails_is_told_of_until_it_succeeds() {
    await().atMost(PATIENCE).until(() -> failing("matching") == 0 && failing("match-sweeper") == 0);

    RunningPostgres.execute("ALTER TABLE match_request RENAME TO match_request_away");
    try {
      await().atMost(PATIENCE).until(() -> failing("matching") == 1);
      assertThat(failing("match-sweeper")).isZero();
    } finally {
      RunningPostgres.execute("ALTER TABLE match_request_away RENAME TO match_request");
    }

    await().atMost(PATIENCE).until(() -> failing("matching") == 0);
  }

  /** 0 or 1, and -1 before its first run. */
  private double failing(String job) {
    var gauge = metrics.find("scheduled_job_failing").tag("scheduled_job", job).gauge();
    return gauge == null ? -1 : gauge.value();
  }
}
