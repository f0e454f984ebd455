package com.cottonerp.partners.lists;

import static com.cottonerp.partners.testkit.Onboarding.APPLICATIONS;
import static com.cottonerp.partners.testkit.Onboarding.PAPERS;
import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.amendment;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.asExternal;
import static com.cottonerp.partners.testkit.Onboarding.body;
import static com.cottonerp.partners.testkit.Onboarding.decide;
import static com.cottonerp.partners.testkit.Onboarding.higherLimit;
import static com.cottonerp.partners.testkit.Onboarding.partner;
import static com.cottonerp.partners.testkit.Onboarding.refused;
import static com.cottonerp.partners.testkit.Onboarding.start;
import static com.cottonerp.partners.testkit.Onboarding.submit;
import static com.cottonerp.partners.testkit.Onboarding.upload;
import static com.cottonerp.partners.testkit.Onboarding.verified;
import static com.cottonerp.platform.testkit.Answers.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The lists of partners from which a clerk, a manager and a director work. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class ListsTest {
  private static final String DOCUMENTS = "/api/v1/documents";
  private static final String AMENDMENTS = "/api/v1/amendments";

  /** In the legal names of one test only. */
  private final String word = "W" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void the_pages_of_applications_show_each_once_in_every_order() {
    List<String> started = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      started.add(start(named()));
    }
    List<String> newest = new ArrayList<>(started);
    Collections.reverse(newest);

    assertThat(walk(APPLICATIONS, "?limit=2&q=" + word)).containsExactlyElementsOf(newest);
    assertThat(walk(APPLICATIONS, "?limit=2&order=oldest&q=" + word))
        .containsExactlyElementsOf(started);
    assertThat(walk(APPLICATIONS, "?limit=1&order=longest_waiting&q=" + word))
        .containsExactlyElementsOf(started);
  }

  @Test
  void applications_are_narrowed_by_who_has_to_act_and_are_counted_so() {
    String open = start(named());
    String waiting = start(named());
    verified(waiting, PAPERS);
    submit(waiting).then().statusCode(200);
    String of = "?q=" + word.toLowerCase(java.util.Locale.ROOT);

    assertThat(ids(as("clerk"), APPLICATIONS + of)).containsExactly(waiting, open);
    assertThat(ids(as("clerk"), APPLICATIONS + of + "&waitingFor=applicant")).containsExactly(open);
    assertThat(ids(as("clerk"), APPLICATIONS + of + "&waitingFor=manager"))
        .containsExactly(waiting);
    assertThat(ids(as("clerk"), APPLICATIONS + of + "&waitingFor=director")).isEmpty();
    assertThat(ids(as("clerk"), APPLICATIONS + of + "&status=pending")).containsExactly(open);
    assertThat(ids(as("clerk"), APPLICATIONS + of + "&country=BD")).isEmpty();
    assertThat(ids(as("clerk"), APPLICATIONS + of + "&createdTo=2020-01-01")).isEmpty();
    assertThat(ids(as("clerk"), APPLICATIONS + of + "&entityClass=service_provider")).isEmpty();
    JsonPath counts = as("clerk").get(APPLICATIONS + "/counts" + of).jsonPath();
    assertThat(counts.getInt("total")).isEqualTo(2);
    assertThat(counts.getList("items.count")).containsExactlyInAnyOrder(1, 1);
    assertThat(
            as("clerk")
                .get(APPLICATIONS + "/counts" + of + "&waitingFor=manager")
                .<Integer>path("total"))
        .isEqualTo(1);
  }

  @Test
  void a_search_finds_every_word_by_its_beginning_and_nothing_else() {
    String application = start(named().replace(word, "Ānandi/" + word + "-Mills & Söhne (1962)"));
    String half = word.substring(0, 5).toLowerCase(java.util.Locale.ROOT);

    for (String found :
        List.of(half, word + " mil", "MILLS, " + word, word + " söh 196", "1962 ānan & !" + half)) {
      assertThat(ids(search(found))).as(found).containsExactly(application);
    }
    for (String other : List.of(word + " ills", word + "x", word + " | 1963")) {
      assertThat(ids(search(other))).as(other).isEmpty();
    }
    for (String hostile : List.of("' | 'a", "a\\", "a':* | 'b", word + "' & '", "a <-> b", "!a")) {
      assertThat(search(hostile).statusCode()).as(hostile).isEqualTo(200);
    }
    for (String wordless : List.of("'", "\\", "&", "-- ;", "—")) {
      refused(search(wordless), 422, "invalid-request");
    }
  }

  private static Response search(String text) {
    return as("clerk").queryParam("q", text).get(APPLICATIONS);
  }

  @Test
  void who_waits_for_nobody_comes_last_in_the_order_of_waiting() {
    String decided = start(named());
    verified(decided, PAPERS);
    submit(decided).then().statusCode(200);
    decide("manager", decided, "{\"decision\": \"approve\"}").then().statusCode(200);
    String waiting = start(named());

    assertThat(walk(APPLICATIONS, "?limit=1&order=longest_waiting&q=" + word))
        .containsExactly(waiting, decided);
  }

  @Test
  void documents_are_narrowed_by_whose_they_are_and_by_what_waits() {
    String application = start(named());
    String card = created(upload(application, "pan_card"));
    verified(application, List.of("gst_certificate"));
    String of = "?applicationId=" + application;

    assertThat(documents(of + "&status=uploaded")).containsExactly(card);
    assertThat(documents(of + "&documentType=pan_card")).containsExactly(card);
    assertThat(documents(of)).hasSize(2);
    assertThat(documents(of + "&order=oldest").get(0)).isEqualTo(card);
    assertThat(documents(of + "&uploadedTo=2020-01-01")).isEmpty();
    assertThat(documents("?partnerId=" + UUID.randomUUID())).isEmpty();
    JsonPath counts = as("clerk").get(DOCUMENTS + "/counts" + of).jsonPath();
    assertThat(counts.getInt("total")).isEqualTo(2);
    assertThat(as("clerk").get(DOCUMENTS + of).<String>path("items[0].legalName")).contains(word);
    refused(asExternal("trader", UUID.randomUUID()).get(DOCUMENTS), 403, "internal-users-only");
  }

  @Test
  void the_documents_of_a_partner_are_those_of_its_application() {
    String partner = partner();

    assertThat(documents("?partnerId=" + partner)).hasSize(PAPERS.size());
    assertThat(documents("?partnerId=" + partner + "&status=verified")).hasSize(PAPERS.size());
  }

  @Test
  void amendments_are_narrowed_by_who_decides_and_a_partner_sees_its_own() {
    String partner = partner();
    String limit = amendment("clerk", partner, "increase_credit_limit", higherLimit("99000000.00"));
    String contact =
        amendment(
            "clerk",
            partner,
            "update_contact",
            "{\"contact\": {\"name\": \"B\", \"email\": \"b@acme.example\", \"phone\": \"+91 91234 56789\"}}");
    String of = AMENDMENTS + "?partnerId=" + partner;

    assertThat(ids(as("clerk"), of)).containsExactly(contact, limit);
    assertThat(ids(as("clerk"), of + "&order=oldest")).containsExactly(limit, contact);
    assertThat(ids(as("clerk"), of + "&type=update_contact")).containsExactly(contact);
    assertThat(ids(as("clerk"), of + "&waitingFor=manager")).contains(limit);
    assertThat(ids(as("clerk"), of + "&waitingFor=director")).contains(limit);
    assertThat(ids(as("clerk"), of + "&status=approved")).isEmpty();
    assertThat(ids(as("clerk"), of + "&requestedTo=2020-01-01")).isEmpty();
    assertThat(as("clerk").get(AMENDMENTS + "/counts?partnerId=" + partner).<Integer>path("total"))
        .isEqualTo(2);
    assertThat(ids(asExternal("own", UUID.fromString(partner)), AMENDMENTS))
        .containsExactly(contact, limit);
    assertThat(ids(asExternal("other", UUID.randomUUID()), of)).isEmpty();
  }

  @Test
  void a_cursor_belongs_to_its_list_its_filters_and_its_caller() {
    start(named());
    start(named());
    String list = APPLICATIONS + "?limit=1&q=" + word;
    String next = as("clerk").get(list).path("next");

    as("clerk").get(list + "&after=" + next).then().statusCode(200);
    for (String other :
        List.of(
            list + "&order=oldest&after=" + next,
            APPLICATIONS + "?limit=1&after=" + next,
            list + "&status=pending&after=" + next,
            list + "&after=" + next.substring(1),
            list + "&after=",
            DOCUMENTS + "?limit=1&after=" + next)) {
      refused(as("clerk").get(other), 422, "invalid-request");
    }
    refused(as("manager").get(list + "&after=" + next), 422, "invalid-request");
  }

  @Test
  void what_is_no_value_of_a_filter_is_refused_and_named() {
    for (String wrong :
        List.of(
            APPLICATIONS + "?status=eaten",
            APPLICATIONS + "?waitingFor=godot",
            APPLICATIONS + "?order=cheapest",
            APPLICATIONS + "?createdFrom=2023-02-29",
            DOCUMENTS + "?documentType=napkin",
            DOCUMENTS + "?partnerId=x",
            AMENDMENTS + "?type=none",
            AMENDMENTS + "?limit=many")) {
      String parameter = wrong.replaceFirst(".*\\?(\\w+)=.*", "$1");
      refused(as("clerk").get(wrong), 422, "invalid-request")
          .then()
          .body("errors[0].pointer", equalTo("/" + parameter));
    }
    refused(as("clerk").get(AMENDMENTS + "?partner=x"), 422, "unknown-parameter");
  }

  @Test
  void an_export_has_a_line_for_each_thing_and_runs_nothing_in_a_spreadsheet() {
    String formula = body().replace("Acme Cotton", "=cmd " + word);
    start(formula);
    start(named().replace("Cotton " + word, "કપાસ " + word));
    String partner = partner();
    amendment("clerk", partner, "increase_credit_limit", higherLimit("99000000.00"));

    List<String> lines = export(APPLICATIONS + "/export?order=oldest&q=" + word);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("\uFEFFid,");
    assertThat(lines.get(1)).contains("'=cmd " + word).doesNotContain(",=cmd");
    assertThat(lines.get(2)).contains("કપાસ");
    assertThat(export(DOCUMENTS + "/export?partnerId=" + partner)).hasSize(1 + PAPERS.size());
    assertThat(export(AMENDMENTS + "/export?partnerId=" + partner)).hasSize(2);
    assertThat(export(PARTNERS + "/export?q=" + word)).hasSize(1);
  }

  private String named() {
    return body().replace("Acme Cotton", "Cotton " + word);
  }

  private static List<String> documents(String query) {
    return as("clerk")
        .get(DOCUMENTS + query)
        .then()
        .statusCode(200)
        .extract()
        .path("items.document.id");
  }

  private static List<String> export(String path) {
    return as("clerk")
        .get(path)
        .then()
        .statusCode(200)
        .header("Content-Type", "text/csv;charset=UTF-8")
        .extract()
        .asString()
        .lines()
        .toList();
  }

  private static List<String> ids(RequestSpecification caller, String list) {
    return ids(caller.get(list));
  }

  private static List<String> ids(Response page) {
    return page.then().statusCode(200).extract().path("items.id");
  }

  private static List<String> walk(String list, String query) {
    List<String> all = new ArrayList<>();
    String after = "";
    while (after != null) {
      JsonPath page =
          as("clerk").get(list + query + after).then().statusCode(200).extract().jsonPath();
      all.addAll(page.getList("items.id"));
      String next = page.getString("next");
      after = next == null ? null : "&after=" + next;
    }
    return all;
  }
}
