package com.cottonerp.partners;

import static com.cottonerp.partners.testkit.Onboarding.APPLICATIONS;
import static com.cottonerp.partners.testkit.Onboarding.PAPERS;
import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.body;
import static com.cottonerp.partners.testkit.Onboarding.decide;
import static com.cottonerp.partners.testkit.Onboarding.partner;
import static com.cottonerp.partners.testkit.Onboarding.start;
import static com.cottonerp.partners.testkit.Onboarding.submit;
import static com.cottonerp.partners.testkit.Onboarding.verified;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class ConcurrencyTest {
  @Test
  void G3_concurrent_changes_of_one_partner_leave_a_gapless_sequence() throws Exception {
    String partner = partner();
    String place =
        "{\"type\": \"warehouse\", \"name\": \"W%d\", \"address\": {\"city\": \"Pune\", \"postalCode\": \"411001\", \"country\": \"IN\"}}";

    List<Integer> statuses =
        atOnce(
                6,
                n ->
                    as("manager")
                        .body(place.formatted(n))
                        .post(PARTNERS + "/" + partner + "/locations"))
            .stream()
            .map(Response::statusCode)
            .toList();

    assertThat(statuses).isSubsetOf(201, 409).contains(201);
    long winners = statuses.stream().filter(status -> status == 201).count();
    List<String> events = List.copyOf(RunningPostgres.events(partner));
    assertThat(events).hasSize((int) winners + 2);
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i)).startsWith(i + 1 + " ");
    }
  }

  @Test
  void of_two_changes_of_the_same_version_one_wins() throws Exception {
    String partner = partner();
    String etag = as("manager").get(PARTNERS + "/" + partner).header("ETag");

    List<Integer> statuses =
        atOnce(
                2,
                n ->
                    as("manager")
                        .header("If-Match", etag)
                        .body("{\"reason\": \"overdue\"}")
                        .post(PARTNERS + "/" + partner + "/suspension"))
            .stream()
            .map(Response::statusCode)
            .sorted()
            .toList();

    assertThat(statuses.get(0)).isEqualTo(200);
    assertThat(statuses.get(1)).isIn(409, 412);
    assertThat(RunningPostgres.events(partner)).hasSize(3);
  }

  @Test
  void G2_two_approvals_of_one_application_make_one_partner_and_the_loser_leaves_no_event()
      throws Exception {
    String application = start(body());
    verified(application, PAPERS);
    submit(application);

    List<Response> answers =
        atOnce(2, n -> decide("manager" + n, application, "{\"decision\": \"approve\"}"));

    assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(200);
    String partner =
        answers.stream()
            .filter(answer -> answer.statusCode() == 200)
            .findFirst()
            .orElseThrow()
            .path("partnerId");
    assertThat(RunningPostgres.events(partner)).hasSize(2);
    assertThat(RunningPostgres.events(application)).hasSize(7);
  }

  @Test
  void one_idempotency_key_makes_one_application_however_often_it_is_sent() throws Exception {
    String key = UUID.randomUUID().toString();
    String body = body();

    List<Response> answers =
        atOnce(
            6, n -> as("applicant").header("Idempotency-Key", key).body(body).post(APPLICATIONS));

    assertThat(answers).extracting(Response::statusCode).containsOnly(201);
    assertThat(answers.stream().map(answer -> answer.<String>path("id")).distinct()).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.header("Idempotency-Replayed") == null))
        .hasSize(1);
  }

  private static List<Response> atOnce(int callers, IntFunction<Response> call) throws Exception {
    CyclicBarrier together = new CyclicBarrier(callers);
    ExecutorService pool = Executors.newFixedThreadPool(callers);
    try {
      List<Future<Response>> futures = new ArrayList<>();
      for (int n = 0; n < callers; n++) {
        int caller = n;
        futures.add(
            pool.submit(
                () -> {
                  together.await();
                  return call.apply(caller);
                }));
      }
      List<Response> answers = new ArrayList<>();
      for (Future<Response> future : futures) {
        answers.add(future.get());
      }
      return answers;
    } finally {
      pool.shutdownNow();
    }
  }
}
