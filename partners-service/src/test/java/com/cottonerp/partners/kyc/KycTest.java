package com.cottonerp.partners.kyc;

import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.asExternal;
import static com.cottonerp.partners.testkit.Onboarding.partner;
import static com.cottonerp.partners.testkit.Onboarding.refused;
import static com.cottonerp.partners.testkit.Onboarding.verifiedDocument;
import static com.cottonerp.platform.testkit.Answers.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.partners.testkit.RunningPostgres;
import com.cottonerp.partners.testkit.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.restassured.response.Response;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class KycTest {
  private static final String FAILED = "{\"outcome\": \"failed\", \"notes\": \"GST cancelled\"}";

  @Inject KycJobs jobs;
  @Inject TestClock clock;
  @Inject Vertx vertx;

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  private static String renewal(String partner) {
    return created(
        as("clerk")
            .body("{\"type\": \"annual\"}")
            .post(PARTNERS + "/" + partner + "/kyc-renewals"));
  }

  private static Response complete(String partner, String renewal, String outcome) {
    return as("manager")
        .body(outcome)
        .post(PARTNERS + "/" + partner + "/kyc-renewals/" + renewal + "/completion");
  }

  private static String passed(String document) {
    return "{\"outcome\": \"passed\", \"documentIds\": [\"%s\"]}".formatted(document);
  }

  private static void assertPartner(String partner, String field, String value) {
    as("clerk").get(PARTNERS + "/" + partner).then().body(field, equalTo(value));
  }

  /** As the scheduler does: on a duplicated context of Vert.x. */
  private void run(Supplier<Uni<Void>> job) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Context context = VertxContext.getOrCreateDuplicatedContext(vertx);
    VertxContextSafetyToggle.setContextSafe(context, true);
    context.runOnContext(
        started ->
            job.get()
                .subscribe()
                .with(nothing -> done.complete(null), done::completeExceptionally));
    done.get();
  }

  private LocalDate today() {
    return BusinessDay.of(clock.instant());
  }

  @Test
  void a_renewal_that_passes_is_valid_for_365_days_from_its_completion() {
    String partner = partner();
    String document = verifiedDocument(partner, "address_proof", "{\"decision\": \"verify\"}");
    clock.goAhead(Duration.ofDays(300));

    complete(partner, renewal(partner), passed(document))
        .then()
        .statusCode(200)
        .body("status", equalTo("completed"));

    assertPartner(partner, "kycExpiresOn", today().plusDays(365).toString());
    assertThat(RunningPostgres.events(partner)).endsWith("3 PartnerKycRenewed");
  }

  @Test
  void a_renewal_that_fails_expires_the_kyc_and_suspends_and_only_a_passed_one_lets_it_be_lifted() {
    String partner = partner();
    String lift = PARTNERS + "/" + partner + "/reactivation";
    complete(partner, renewal(partner), FAILED).then().statusCode(200);

    assertPartner(partner, "status", "suspended");
    assertPartner(partner, "kycStatus", "expired");
    refused(as("manager").body("{\"reason\": \"please\"}").post(lift), 400, "kyc-not-valid");

    String document = verifiedDocument(partner, "address_proof", "{\"decision\": \"verify\"}");
    complete(partner, renewal(partner), passed(document)).then().statusCode(200);
    assertPartner(partner, "status", "suspended");
    as("manager").body("{\"reason\": \"renewed\"}").post(lift).then().statusCode(200);

    assertThat(RunningPostgres.events(partner))
        .containsExactly(
            "1 PartnerCreated",
            "2 PartnerApproved",
            "3 PartnerKycExpired",
            "4 PartnerSuspended",
            "5 PartnerKycRenewed",
            "6 PartnerReactivated");
  }

  @Test
  void a_renewal_rests_on_verified_documents_of_the_partner_itself() {
    String partner = partner();
    String foreign = verifiedDocument(partner(), "address_proof", "{\"decision\": \"verify\"}");
    String renewal = renewal(partner);

    refused(
        complete(partner, renewal, "{\"outcome\": \"passed\", \"documentIds\": []}"),
        422,
        "invalid-request");
    refused(complete(partner, renewal, passed(foreign)), 400, "renewal-documents-not-verified");
    refused(complete(partner, renewal, "{\"outcome\": \"failed\"}"), 422, "invalid-request");
    assertThat(RunningPostgres.events(partner)).hasSize(2);
  }

  @Test
  void one_renewal_is_open_at_a_time_and_is_completed_once() {
    String partner = partner();
    String renewal = renewal(partner);

    refused(
        as("clerk").body("{\"type\": \"adhoc\"}").post(PARTNERS + "/" + partner + "/kyc-renewals"),
        409,
        "renewal-pending");
    complete(partner, renewal, FAILED).then().statusCode(200);
    refused(complete(partner, renewal, FAILED), 400, "renewal-completed");
  }

  @Test
  void the_expiring_are_listed_by_day_and_paged() {
    String partner = partner();
    clock.goAhead(Duration.ofDays(340));

    List<String> found = new ArrayList<>();
    String after = "";
    while (after != null) {
      Response page = as("clerk").get(PARTNERS + "/kyc/expiring?days=30&limit=3" + after);
      found.addAll(page.jsonPath().getList("items.id", String.class));
      String next = page.path("next");
      after = next == null ? null : "&after=" + next;
    }

    assertThat(found).contains(partner).doesNotHaveDuplicates();
    as("clerk")
        .get(PARTNERS + "/kyc/expiring?days=20")
        .then()
        .body("items.id", not(hasItem(partner)));
    refused(as("clerk").get(PARTNERS + "/kyc/expiring?after=x"), 422, "invalid-request");
    refused(
        asExternal("buyer", UUID.fromString(partner)).get(PARTNERS + "/kyc/expiring"),
        403,
        "internal-users-only");
  }

  @Test
  void the_job_expires_what_is_past_its_last_day_once_and_suspends_nobody() throws Exception {
    String partner = partner();
    clock.goAhead(Duration.ofDays(365));
    run(jobs::expire);
    assertPartner(partner, "kycStatus", "verified");

    clock.goAhead(Duration.ofDays(1));
    run(jobs::expire);
    run(jobs::expire);

    assertPartner(partner, "kycStatus", "expired");
    assertPartner(partner, "status", "approved");
    assertThat(RunningPostgres.events(partner))
        .containsExactly("1 PartnerCreated", "2 PartnerApproved", "3 PartnerKycExpired");
  }

  @Test
  void replicas_that_run_the_job_at_once_expire_once() throws Exception {
    String partner = partner();
    clock.goAhead(Duration.ofDays(366));

    List<CompletableFuture<Void>> runs = new ArrayList<>();
    for (int replica = 0; replica < 4; replica++) {
      runs.add(
          CompletableFuture.runAsync(
              () -> {
                try {
                  run(jobs::expire);
                } catch (Exception failure) {
                  throw new IllegalStateException(failure);
                }
              }));
    }
    for (CompletableFuture<Void> one : runs) {
      one.get();
    }

    assertThat(RunningPostgres.events(partner))
        .containsExactly("1 PartnerCreated", "2 PartnerApproved", "3 PartnerKycExpired");
  }

  @Test
  void a_job_does_nothing_while_another_replica_holds_its_lease() throws Exception {
    String partner = partner();
    clock.goAhead(Duration.ofDays(366));
    RunningPostgres.execute(
        """
        INSERT INTO partners.job_lease VALUES ('kyc-expiry', 'another', clock_timestamp() + interval '1 hour')
        ON CONFLICT (job) DO UPDATE SET owner = excluded.owner, leased_until = excluded.leased_until
        """);
    try {
      run(jobs::expire);
      assertPartner(partner, "kycStatus", "verified");
    } finally {
      RunningPostgres.execute("DELETE FROM partners.job_lease");
    }
    run(jobs::expire);
    assertPartner(partner, "kycStatus", "expired");
  }

  @Test
  void a_document_that_expires_takes_the_capabilities_with_it() throws Exception {
    String partner = partner();
    verifiedDocument(
        partner,
        "iec",
        "{\"decision\": \"verify\", \"expiresOn\": \"%s\"}".formatted(today().plusDays(10)));
    as("clerk")
        .get(PARTNERS + "/" + partner)
        .then()
        .body("capabilities.exportAllowed", equalTo(true));

    clock.goAhead(Duration.ofDays(11));
    run(jobs::expire);

    as("clerk")
        .get(PARTNERS + "/" + partner)
        .then()
        .body("capabilities.exportAllowed", equalTo(false));
    assertThat(RunningPostgres.events(partner))
        .endsWith("3 PartnerCapabilitiesChanged", "4 PartnerCapabilitiesChanged");
  }

  @Test
  void every_reminder_goes_out_once() throws Exception {
    String partner = partner();
    clock.goAhead(Duration.ofDays(335));
    run(jobs::remind);
    run(jobs::remind);
    clock.goAhead(Duration.ofDays(24));
    run(jobs::remind);

    assertThat(
            RunningPostgres.rowsOf(
                "SELECT days_before || ' ' || severity FROM partners.kyc_reminder WHERE partner_id = '%s' ORDER BY 1"
                    .formatted(partner)))
        .containsExactly("30 HIGH", "7 CRITICAL");
  }
}
