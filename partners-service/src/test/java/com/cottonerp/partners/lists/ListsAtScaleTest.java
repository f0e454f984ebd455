package com.cottonerp.partners.lists;

import static com.cottonerp.partners.testkit.Onboarding.amendment;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.higherLimit;
import static com.cottonerp.partners.testkit.Onboarding.partner;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.partners.testkit.RunningPostgres;
import com.cottonerp.platform.testkit.ListPlans;
import com.cottonerp.platform.testkit.ListsAtScale;
import com.cottonerp.platform.testkit.ManyRows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lists of partners among many rows. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class ListsAtScaleTest {
  private ListsAtScale lists;
  private String partner;

  @BeforeEach
  void fill() {
    lists = new ListsAtScale(RunningPostgres.database());
    partner = partner();
    amendment("clerk", partner, "increase_credit_limit", higherLimit("99000000.00"));
    lists.fill(
        "onboarding_application",
        """
        'status', CASE WHEN i % 500 = 0 THEN 'PENDING_APPROVAL' WHEN i % 9 = 0 THEN 'REJECTED' ELSE 'APPROVED' END,
        'created_at', timestamptz '2020-01-01' + i * interval '1 minute',
        'submitted_at', timestamptz '2020-01-01' + i * interval '2 minutes',
        'legal_name', 'Many Mills ' || i,
        'country', CASE WHEN i % 70 = 0 THEN 'BD' ELSE 'IN' END""");
    lists.fill(
        "application_document",
        "'application_id', %s, 'status', CASE WHEN i %% 300 = 0 THEN 'UPLOADED' ELSE 'VERIFIED' END"
            .formatted(ManyRows.ID));
    lists.fill(
        "business_partner",
        """
        'application_id', %s, 'code', 'MANY-' || i, 'legal_name', 'Many Mills ' || i, 'pan_number', null, 'tax_id_number', null,
        'status', CASE WHEN i %% 60 = 0 THEN 'SUSPENDED' ELSE 'APPROVED' END,
        'kyc_status', CASE WHEN i %% 30 = 0 THEN 'EXPIRED' ELSE 'VERIFIED' END,
        'kyc_expires_on', date '2030-01-01' + i %% 700,
        'state', CASE WHEN i %% 90 = 0 THEN 'Kerala' ELSE 'Gujarat' END,
        'country', CASE WHEN i %% 70 = 0 THEN 'BD' ELSE 'IN' END,
        'approved_at', timestamptz '2020-01-01' + i * interval '1 minute'"""
            .formatted(ManyRows.ID));
    lists.fill(
        "partner_amendment",
        """
        'partner_id', %s, 'status', CASE WHEN i %% 400 = 0 THEN 'PENDING' ELSE 'APPROVED' END,
        'requested_at', timestamptz '2020-01-01' + i * interval '1 minute'"""
            .formatted(ManyRows.ID));
  }

  @AfterEach
  void forget() {
    lists.close();
  }

  @Test
  void no_list_reads_a_whole_table_whatever_it_is_narrowed_by_and_sorted_by() {
    areReadAlongAnIndex(
        "partner-applications",
        "onboarding_application",
        "order=newest",
        "order=oldest",
        "order=longest_waiting",
        "waitingFor=manager",
        "waitingFor=director",
        "waitingFor=applicant",
        "waitingFor=manager&order=longest_waiting",
        "status=rejected",
        "country=BD",
        "q=mill+777",
        "q=nobody",
        "createdFrom=2021-01-01&createdTo=2021-01-02");
    areReadAlongAnIndex(
        "partners",
        "business_partner",
        "order=newest",
        "order=oldest",
        "status=suspended",
        "kycStatus=expired",
        "kycExpiringDays=30",
        "country=BD",
        "state=Kerala",
        "q=mill+777",
        "q=many-77",
        "q=nobody",
        "q=27AAACA1111A1Z5",
        "riskCategory=HIGH",
        "approvedFrom=2021-01-01&approvedTo=2021-01-02",
        "approvedFrom=2020-01-01&approvedTo=2020-01-05");
    areReadAlongAnIndex(
        "documents",
        "application_document",
        "order=oldest",
        "status=uploaded",
        "documentType=pan_card",
        "partnerId=" + partner,
        "uploadedFrom=2020-01-01&uploadedTo=2020-01-05");
    areReadAlongAnIndex(
        "amendments",
        "partner_amendment",
        "order=oldest",
        "status=pending",
        "waitingFor=director",
        "type=update_contact",
        "partnerId=" + partner,
        "requestedFrom=2021-01-01&requestedTo=2021-01-02",
        "requestedFrom=2020-01-01&requestedTo=2020-01-05");
  }

  @Test
  void the_export_of_a_search_has_every_partner_found_once_although_it_is_read_in_parts() {
    List<String> codes =
        as("clerk")
            .get("/api/v1/partners/export?q=many+mill+7")
            .then()
            .statusCode(200)
            .extract()
            .asString()
            .lines()
            .flatMap(line -> Pattern.compile("MANY-\\d+").matcher(line).results())
            .map(MatchResult::group)
            .toList();

    assertThat(codes)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            RunningPostgres.database()
                .firstColumn("SELECT code FROM business_partner WHERE code LIKE 'MANY-7%'"))
        .hasSizeGreaterThan(1_000);
  }

  private void areReadAlongAnIndex(String list, String table, String... filters) {
    for (String filter : filters) {
      String path = list + "?" + filter;
      List<List<String>> read =
          lists.plansOf(
              path, table, () -> as("clerk").get("/api/v1/" + path).then().statusCode(200));
      assertThat(read).as(path).isNotEmpty();
      assertThat(read).as(path).noneMatch(plan -> ListPlans.readsWholeTable(plan, table));
    }
  }
}
