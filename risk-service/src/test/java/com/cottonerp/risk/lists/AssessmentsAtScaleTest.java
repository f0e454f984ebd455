package com.cottonerp.risk.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.platform.testkit.ListPlans;
import com.cottonerp.platform.testkit.ListsAtScale;
import com.cottonerp.risk.testkit.Heard;
import com.cottonerp.risk.testkit.InternalUser;
import com.cottonerp.risk.testkit.Posts;
import com.cottonerp.risk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of assessments among many rows. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class AssessmentsAtScaleTest {
  private static final String TABLE = "assessment";

  @Inject Heard heard;

  private final UUID buyer = UUID.randomUUID();
  private final UUID subject = UUID.randomUUID();
  private ListsAtScale lists;

  @BeforeEach
  void fill() {
    lists = new ListsAtScale(RunningPostgres.database());
    heard.partner(buyer, "1000000.00", "phone-" + buyer);
    heard.fromTradeDesk(subject, Posts.wanted(subject, buyer, Heard.inr("1000.00")));
    lists.fill(
        TABLE,
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
    lists.close();
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
            "assessedFrom=2020-01-03&assessedTo=2020-01-03",
            "assessedFrom=2020-01-03&assessedTo=2020-06-30")) {
      String list = "assessments?" + filter;
      List<List<String>> read =
          lists.plansOf(list, TABLE, () -> officer().get("/api/v1/" + list).then().statusCode(200));
      assertThat(read).as(list).isNotEmpty();
      assertThat(read).as(list).noneMatch(plan -> ListPlans.readsWholeTable(plan, TABLE));
    }
  }

  // WHY a new one each time: a specification keeps the parameters of the requests before.
  private static RequestSpecification officer() {
    return InternalUser.as("officer", "ADMIN_VIEW_ALL_DATA");
  }
}
