package com.cottonerp.partners.rekeying;

import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.body;
import static com.cottonerp.partners.testkit.Onboarding.partner;
import static com.cottonerp.partners.testkit.Onboarding.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.partners.identity.KeyedHashes;
import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class RekeyingTest {
  private static final String PLACE =
      """
      {"type": "warehouse", "name": "Gondal", "code": "G", "address": {"city": "Gondal", "state": "Gujarat",
       "postalCode": "360311", "country": "IN", "latitude": 21.96, "longitude": 70.80}}
      """;

  @Inject Rekeying rekeying;
  @Inject KeyedHashes hashes;
  @Inject Pool pool;

  @AfterEach
  void usesTheTestsKeyAgain() {
    RunningPostgres.execute(
        "DELETE FROM pii_hash_key WHERE key_id <> '%s'".formatted(hashes.keyId()));
  }

  private HashKeyInUse inUse(String replaces) {
    return new HashKeyInUse(pool, hashes, Optional.of(replaces));
  }

  @Test
  void a_program_with_another_secret_than_the_one_in_use_does_not_start() {
    RunningPostgres.execute("INSERT INTO pii_hash_key (key_id) VALUES ('former00')");

    assertThatThrownBy(() -> inUse("").check(new StartupEvent()))
        .hasMessageContaining("PII_HASH_KEY")
        .hasMessageContaining("former00");
    assertThatThrownBy(() -> inUse("wrong000").check(new StartupEvent()))
        .hasMessageContaining("former00");
  }

  @Test
  void of_programs_with_different_secrets_that_start_at_once_one_wins()
      throws InterruptedException, ExecutionException {
    ExecutorService programs = Executors.newFixedThreadPool(4);
    try {
      for (int time = 0; time < 20; time++) {
        RunningPostgres.execute("DELETE FROM pii_hash_key");
        Set<String> taken = new HashSet<>();
        for (Future<String> one :
            programs.invokeAll(
                Stream.of("one", "two", "three", "four").map(this::starting).toList())) {
          taken.add(one.get());
        }

        assertThat(taken).as("the key that all of them see").hasSize(1);
        assertThat(RunningPostgres.rowsOf("SELECT key_id FROM pii_hash_key"))
            .containsExactlyElementsOf(taken);
      }
    } finally {
      programs.shutdown();
      RunningPostgres.execute("DELETE FROM pii_hash_key");
      inUse("").check(new StartupEvent());
    }
  }

  private Callable<String> starting(String key) {
    return () -> inUse("").take(key, "");
  }

  @Test
  void whoever_replaces_the_secret_says_which_and_the_former_one_is_refused_from_then_on() {
    RunningPostgres.execute("INSERT INTO pii_hash_key (key_id) VALUES ('former00')");

    inUse("former00").check(new StartupEvent());
    inUse("former00").check(new StartupEvent());

    assertThat(inUse("").take("former00", "")).isEqualTo(hashes.keyId());
  }

  @Test
  void every_hash_that_another_secret_made_is_made_and_published_anew() throws Throwable {
    String partner = partner();
    as("clerk").body(PLACE).post(PARTNERS + "/" + partner + "/locations").then().statusCode(201);
    String application = start(body());
    RunningPostgres.execute(
        """
        UPDATE business_partner SET phone_key = 'everybodys', hash_key_id = NULL WHERE id = '%s';
        UPDATE partner_location SET hash_key_id = 'former00' WHERE partner_id = '%s';
        UPDATE onboarding_application SET phone_key = 'everybodys', hash_key_id = NULL WHERE id = '%s'
        """
            .formatted(partner, partner, application));

    run();
    run();

    assertThat(RunningPostgres.events(partner))
        .containsExactly(
            "1 PartnerCreated",
            "2 PartnerApproved",
            "3 PartnerLocationAdded",
            "4 PartnerUpdated",
            "5 PartnerLocationUpdated");
    assertThat(RunningPostgres.published().of(partner))
        .filteredOn(event -> event.sequence() > 3)
        .allSatisfy(event -> assertThat(event.payload()).contains(hashes.keyId()));
    assertThat(
            RunningPostgres.rowsOf(
                "SELECT phone_key || hash_key_id FROM onboarding_application WHERE id = '%s'"
                    .formatted(application)))
        .allSatisfy(row -> assertThat(row).doesNotContain("everybodys").endsWith(hashes.keyId()));
  }

  @Test
  void a_replica_with_the_former_key_undoes_nothing() throws Throwable {
    String partner = partner();
    RunningPostgres.execute("INSERT INTO pii_hash_key (key_id) VALUES ('newer000')");
    RunningPostgres.execute(
        "UPDATE business_partner SET hash_key_id = 'newer000' WHERE id = '%s'".formatted(partner));

    run();

    assertThat(RunningPostgres.events(partner)).hasSize(2);
  }

  @Test
  void what_a_replica_with_the_former_key_writes_meanwhile_is_made_anew_in_the_same_run()
      throws Throwable {
    String first = partner();
    String last = partner();
    RunningPostgres.execute(
        """
        UPDATE business_partner SET hash_key_id = 'former00' WHERE id = '%s';
        CREATE FUNCTION written_meanwhile() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN UPDATE business_partner SET hash_key_id = 'former00' WHERE id = '%s'; RETURN NULL; END $$;
        CREATE TRIGGER written_meanwhile AFTER UPDATE ON business_partner FOR EACH ROW
          WHEN (NEW.id = '%s' AND pg_trigger_depth() = 0) EXECUTE FUNCTION written_meanwhile()
        """
            .formatted(last, first, last));
    try {
      run();
    } finally {
      RunningPostgres.execute("DROP FUNCTION written_meanwhile CASCADE");
    }

    assertThat(
            RunningPostgres.rowsOf(
                "SELECT id::text FROM business_partner WHERE hash_key_id = 'former00'"))
        .isEmpty();
    assertThat(RunningPostgres.events(first)).endsWith("3 PartnerUpdated");
  }

  @Test
  void it_keeps_a_pace_whatever_there_is_to_do() throws Throwable {
    List<String> several = List.of(partner(), partner(), partner());
    several.forEach(
        one ->
            RunningPostgres.execute(
                "UPDATE business_partner SET hash_key_id = NULL WHERE id = '%s'".formatted(one)));

    long begin = System.nanoTime();
    run();
    Duration took = Duration.ofNanos(System.nanoTime() - begin);

    List<String> published =
        RunningPostgres.rowsOf(
            "SELECT DISTINCT aggregate_id FROM outbox_event WHERE aggregate_id IN ('%s') AND occurred_at >= now() - INTERVAL '1 hour'"
                .formatted(String.join("','", several)));
    assertThat(published).hasSize(3);
    // WHY not the times of the events: an event may be late in the first share and early in the
    // last.
    assertThat(took)
        .as("three shares of a minute in which there are 600")
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  private void run() throws Throwable {
    VertxContextSupport.subscribeAndAwait(rekeying::run);
  }
}
