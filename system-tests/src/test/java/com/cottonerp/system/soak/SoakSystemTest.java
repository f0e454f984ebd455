package com.cottonerp.system.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.runner.soak.Soak;
import com.cottonerp.runner.soak.SoakOptions;
import com.cottonerp.runner.soak.SoakReport;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A short soak in a system of its own. {@code -Dsoak.minutes=} makes it longer, {@code
 * -Dsoak.seed=} another one.
 */
class SoakSystemTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));

  @Test
  void G1_to_G14_whatever_minutes_of_faults_do_every_guarantee_is_kept() throws Exception {
    double minutes = Double.parseDouble(System.getProperty("soak.minutes", "2"));
    long seed = Long.getLong("soak.seed", 20_251);
    SoakOptions options =
        new SoakOptions(
            ROOT,
            ROOT.resolve("system-tests/target/soak"),
            Duration.ofMillis(Math.round(minutes * 60_000)),
            seed);

    try (Soak soak = new Soak(options, System.out::println)) {
      SoakReport report = soak.run();

      System.out.println(report.text());
      assertThat(report.violations()).isEmpty();
      assertThat(report.outcomes()).containsKey("as planned: completed");
      assertThat(report.stalls()).isNotEmpty();
    }
  }
}
