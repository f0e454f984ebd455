package com.cottonerp.risk.lists;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.platform.testkit.ListPlans;
import com.cottonerp.platform.testkit.ManyRows;
import com.cottonerp.risk.testkit.Heard;
import com.cottonerp.risk.testkit.Posts;
import com.cottonerp.risk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of assessments among many rows: 10 000, or as many as {@code -Dlists.rows} says. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class AssessmentsAtScaleTest {
  private static final int DEFAULT = 10_000;
  private static final int ROWS = Integer.getInteger("lists.rows", DEFAULT);
  private static final String TABLE = "assessment";

  @Inject Heard heard;

  private final UUID buyer = UUID.randomUUID();
  private final UUID subject = UUID.randomUUID();
  private ListPlans plans;
  private ManyRows rows;

  @BeforeEach
  void fill() {
    plans = new ListPlans(RunningPostgres.database(), ROWS > DEFAULT);
    heard.partner(buyer, "1000000.00", "phone-" + buyer);
    heard.fromTradeDesk(subject, Posts.wanted(subject, buyer, Heard.inr("1000.00")));
    rows =
        ManyRows.in(
            RunningPostgres.database(),
            TABLE,
            ROWS,
            """
            'cause_id', gen_random_uuid(), 'subject_id', md5('s' || i % 5000)::uuid, 'score', i % 100,
            'status', CASE WHEN i % 300 = 0 THEN 'FAIL' WHEN i % 50 = 0 THEN 'WARN' ELSE 'PASS' END,
            'assessed_at', timestamptz '2020-01-01' + i * interval '1 hour',
            'inputs', jsonb_build_object('post', jsonb_build_object(
              'partnerId', md5('p' || i % 400)::uuid, 'side', 'BUY', 'value', '1000.00', 'currency', 'INR', 'limit', '1000000.00',
              'exposure', '0.00', 'unsettledOpposite', jsonb_build_array()))""");
  }

  @AfterEach
  void forget() {
    rows.close();
    plans.close();
  }

  @Test
  void no_list_reads_the_whole_table_whatever_it_is_narrowed_by_and_sorted_by() {
    for (String filter :
        List.of(
            "order=newest",
            "order=oldest",
            "order=highest",
            "order=lowest",
            "status=FAIL",
            "subjectId=" + subject,
            "partnerId=" + buyer,
            "assessedFrom=2020-01-03&assessedTo=2020-01-03")) {
      String list = "assessments?" + filter;
      List<List<String>> read = plans.of(list, TABLE, () -> get(list));
      assertThat(read).as(list).isNotEmpty();
      assertThat(read).as(list).noneMatch(plan -> ListPlans.readsWholeTable(plan, TABLE));
    }
  }

  private static void get(String list) {
    given()
        .header(
            "Authorization",
            "Bearer "
                + Jwt.issuer(RunningPostgres.ISSUER)
                    .upn("officer")
                    .subject("officer")
                    .groups("ADMIN_VIEW_ALL_DATA")
                    .claim("user_type", "INTERNAL")
                    .expiresIn(600)
                    .sign())
        .get("/api/v1/" + list)
        .then()
        .statusCode(200);
  }
}
