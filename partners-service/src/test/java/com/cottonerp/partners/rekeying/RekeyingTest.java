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
import java.util.Optional;
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

  private void run() throws Throwable {
    VertxContextSupport.subscribeAndAwait(rekeying::run);
  }
}
