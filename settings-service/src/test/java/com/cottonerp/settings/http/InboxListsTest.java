package com.cottonerp.settings.http;

import static com.cottonerp.settings.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.cottonerp.settings.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lists of the inbox have pages as all lists have. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class InboxListsTest {
  private static final String PARKED = "/api/v1/inbox/parked";

  private final UUID aggregate = UUID.randomUUID();

  @BeforeEach
  void park_five_messages() {
    RunningPostgres.execute(
        """
        INSERT INTO inbox_parked (projection, aggregate_id, sequence, event_id, event_type, attributes, data, reason)
        SELECT 'employee-access', '%s', n + 1, gen_random_uuid(), 'Parked', '{}', '', 'GAP'
        FROM generate_series(1, 5) n
        """
            .formatted(aggregate));
  }

  @AfterEach
  void forget_them() {
    RunningPostgres.execute(
        "DELETE FROM inbox_parked WHERE aggregate_id = '%s'".formatted(aggregate));
  }

  @Test
  void pages_of_parked_messages_neither_skip_nor_repeat_one() {
    List<Integer> seen = new ArrayList<>();
    String next = null;
    do {
      var page =
          as("SYSTEM_CONFIGURE")
              .queryParam("aggregateId", aggregate)
              .queryParam("limit", 2)
              .queryParams(next == null ? Map.of() : Map.of("after", next))
              .get(PARKED)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      seen.addAll(page.getList("items.sequence", Integer.class));
      next = page.getString("next");
    } while (next != null);

    assertThat(seen).containsExactly(2, 3, 4, 5, 6);
  }

  @Test
  void a_cursor_of_another_filter_another_list_or_of_nobody_is_refused() {
    String next =
        as("SYSTEM_CONFIGURE")
            .queryParam("aggregateId", aggregate)
            .queryParam("limit", 2)
            .get(PARKED)
            .path("next");

    refused(PARKED + "?reason=GAP&after=" + next);
    refused("/api/v1/inbox/gaps?after=" + next);
    refused(PARKED + "?after=bm9ib2R5LW1hZGUtdGhpcy1jdXJzb3I");
  }

  private static void refused(String path) {
    as("SYSTEM_CONFIGURE")
        .get(path)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/after"));
  }
}
