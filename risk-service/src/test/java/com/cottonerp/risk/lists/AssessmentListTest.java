package com.cottonerp.risk.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.cottonerp.risk.testkit.Heard;
import com.cottonerp.risk.testkit.InternalUser;
import com.cottonerp.risk.testkit.Posts;
import com.cottonerp.risk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of assessments, as a risk officer works with it. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class AssessmentListTest {
  private static final String ASSESSMENTS = "/api/v1/assessments";

  @Inject Heard heard;

  private UUID buyer;
  private UUID safe;
  private UUID tight;
  private UUID over;
  private String of;

  @BeforeEach
  void three_posts_of_one_buyer() {
    buyer = UUID.randomUUID();
    heard.partner(buyer, "1000000.00", "phone-" + buyer);
    safe = posted("1000.00");
    tight = posted("900000.00");
    over = posted("1000000.01");
    of = "?partnerId=" + buyer;
  }

  @Test
  void the_pages_show_each_assessment_once_in_every_order() {
    assertThat(walk(of + "&limit=1")).containsExactly(over, tight, safe);
    assertThat(walk(of + "&limit=2&order=oldest")).containsExactly(safe, tight, over);
    assertThat(walk(of + "&limit=2&order=highest")).containsExactly(safe, tight, over);
    assertThat(walk(of + "&limit=1&order=lowest")).containsExactly(over, tight, safe);
  }

  @Test
  void they_are_narrowed_by_subject_status_and_day_and_counted_so() {
    assertThat(walk("?subjectId=" + tight)).containsExactly(tight);
    assertThat(walk(of + "&subjectType=REQUIREMENT")).hasSize(3);
    assertThat(walk(of + "&subjectType=MATCH")).isEmpty();
    assertThat(walk(of + "&assessedTo=2020-01-01")).isEmpty();
    assertThat(walk(of + "&assessedFrom=2020-01-01")).hasSize(3);
    assertThat(walk(of + "&status=PASS")).contains(safe);
    assertThat(walk("?partnerId=" + UUID.randomUUID())).isEmpty();

    JsonPath counts = get(ASSESSMENTS + "/counts" + of).jsonPath();
    assertThat(counts.getInt("total")).isEqualTo(3);
    assertThat(counts.getList("items.count", Integer.class).stream().mapToInt(i -> i).sum())
        .isEqualTo(3);
  }

  @Test
  void a_cursor_belongs_to_its_filters_and_a_wrong_value_is_named() {
    String next = get(ASSESSMENTS + of + "&limit=1").path("next");

    get(ASSESSMENTS + of + "&limit=1&after=" + next).then().statusCode(200);
    get(ASSESSMENTS + of + "&limit=1&order=oldest&after=" + next).then().statusCode(422);
    get(ASSESSMENTS + "?limit=1&after=" + next).then().statusCode(422);
    for (String wrong : List.of("status=MAYBE", "subjectType=TRADE", "partnerId=x", "order=best")) {
      get(ASSESSMENTS + "?" + wrong)
          .then()
          .statusCode(422)
          .body("errors[0].pointer", equalTo("/" + wrong.replaceFirst("=.*", "")));
    }
    get(ASSESSMENTS + "?who=me")
        .then()
        .statusCode(422)
        .body("type", endsWith("/unknown-parameter"));
  }

  @Test
  void an_export_has_a_line_for_each_assessment_in_the_order_of_the_list() {
    Response export = get(ASSESSMENTS + "/export" + of + "&order=oldest");

    assertThat(export.contentType()).isEqualTo("text/csv;charset=UTF-8");
    List<String> lines = export.asString().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).startsWith("\uFEFF").contains("subjectId", "status", "score");
    assertThat(lines.get(1)).contains(safe.toString());
    assertThat(lines.get(3)).contains(over.toString());
  }

  private List<UUID> walk(String query) {
    List<UUID> all = new ArrayList<>();
    String after = "";
    while (after != null) {
      JsonPath page = get(ASSESSMENTS + query + after).then().statusCode(200).extract().jsonPath();
      all.addAll(page.getList("items.subjectId", UUID.class));
      String next = page.getString("next");
      after = next == null ? null : "&after=" + next;
    }
    return all;
  }

  private static Response get(String path) {
    return InternalUser.as("officer", "ADMIN_VIEW_ALL_DATA").get(path);
  }

  private UUID posted(String value) {
    UUID id = UUID.randomUUID();
    heard.fromTradeDesk(id, Posts.wanted(id, buyer, Heard.inr(value)));
    return id;
  }
}
