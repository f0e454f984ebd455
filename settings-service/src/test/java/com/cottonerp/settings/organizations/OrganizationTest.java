package com.cottonerp.settings.organizations;

import static com.cottonerp.settings.testkit.Api.as;
import static com.cottonerp.settings.testkit.Api.create;
import static com.cottonerp.settings.testkit.Api.refused;
import static com.cottonerp.settings.testkit.Api.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.defaults.india.Gstin;
import com.cottonerp.settings.testkit.Outbox;
import com.cottonerp.settings.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class OrganizationTest {
  private static final String PATH = "/api/v1/organizations";
  private final String name = word();
  private final String pan = "ABC" + "CE" + name.substring(5) + "F";
  private String id;

  private String body(String panNumber) {
    return """
    {"name": "%s", "panNumber": "%s", "address": {"city": "Rajkot", "postalCode": "360001", "country": "IN"}}
    """
        .formatted(name, panNumber);
  }

  private static String registration(String gstin, boolean primary) {
    return "{\"gstin\": \"%s\", \"primary\": %s}".formatted(gstin, primary);
  }

  private static String account(String number, boolean isDefault) {
    return "{\"holder\": \"Us\", \"bankName\": \"HDFC Bank\", \"accountNumber\": \"%s\", \"ifsc\": \"HDFC0001234\", \"isDefault\": %s}"
        .formatted(number, isDefault);
  }

  private static String year(String from, String to, boolean active) {
    return "{\"name\": \"%s\", \"startsOn\": \"%s\", \"endsOn\": \"%s\", \"active\": %s}"
        .formatted(from.substring(0, 4), from, to, active);
  }

  private String etag() {
    return as().get(PATH + "/" + id).header("ETag");
  }

  private String add(String part, String body) {
    return create("/organizations/" + id + "/" + part, body).path("id");
  }

  private List<Object> read(String path) {
    return as().get(PATH + "/" + id).jsonPath().getList(path);
  }

  @BeforeEach
  void an_organization() {
    id = create("/organizations", body(pan)).path("id");
  }

  @Test
  void every_change_is_published_with_the_full_masked_state() {
    add("gst-registrations", registration(gstin("24"), false));
    add("bank-accounts", account("501000123456", false));
    add("financial-years", year("2026-04-01", "2027-03-31", true));

    assertThat(Outbox.of(id))
        .containsExactly(
            "1 OrganizationCreated",
            "2 OrganizationUpdated",
            "3 OrganizationUpdated",
            "4 OrganizationUpdated");
    assertThat(Outbox.lastOf(id))
        .contains(gstin("24").replace(pan, "**********"), "\"3456\"", "2026-04-01")
        .doesNotContain(pan)
        .doesNotContain("501000123456");
  }

  @Test
  void of_the_active_registrations_one_is_primary() {
    String gujarat = add("gst-registrations", registration(gstin("24"), false));
    assertThat(read("gstRegistrations.primary")).containsExactly(true);

    add("gst-registrations", registration(gstin("27"), true));
    assertThat(read("gstRegistrations.primary")).containsExactly(false, true);

    String maharashtra = read("gstRegistrations.id").get(1).toString();
    refused(
        as().header("If-Match", etag()).delete(part("gst-registrations", maharashtra)),
        400,
        "primary-registration",
        Outbox.size());
    as().header("If-Match", etag())
        .body(registration(gstin("24"), true))
        .put(part("gst-registrations", gujarat))
        .then()
        .statusCode(200);
    as().header("If-Match", etag())
        .delete(part("gst-registrations", maharashtra))
        .then()
        .statusCode(204);
    assertThat(read("gstRegistrations.primary")).containsExactly(true);
  }

  private String gstin(String state) {
    String without = state + pan + "1Z";
    return without + Gstin.checkDigit(without + "0");
  }

  private String part(String collection, String partId) {
    return PATH + "/" + id + "/" + collection + "/" + partId;
  }

  @Test
  void a_gstin_belongs_to_one_organization_until_it_is_removed() {
    String gstin = gstin("24");
    String registration = add("gst-registrations", registration(gstin, true));
    String other = create("/organizations", body(pan).replace(name, word())).path("id").toString();
    String registrations = PATH + "/" + other + "/gst-registrations";

    refused(
        as().body(registration(gstin, true)).post(registrations),
        409,
        "gstin-taken",
        Outbox.size());
    as().header("If-Match", etag())
        .delete(part("gst-registrations", registration))
        .then()
        .statusCode(204);
    as().body(registration(gstin, true)).post(registrations).then().statusCode(201);
  }

  @Test
  void exactly_one_bank_account_is_the_default() {
    String first = add("bank-accounts", account("501000111111", false));
    add("bank-accounts", account("501000222222", true));
    assertThat(read("bankAccounts.isDefault")).containsExactly(false, true);

    String second = read("bankAccounts.id").get(1).toString();
    refused(
        as().header("If-Match", etag()).delete(part("bank-accounts", second)),
        400,
        "default-bank-account",
        Outbox.size());
    refused(
        as().header("If-Match", etag())
            .body(account("501000222222", false))
            .put(part("bank-accounts", second)),
        400,
        "default-bank-account",
        Outbox.size());
    as().header("If-Match", etag()).delete(part("bank-accounts", first)).then().statusCode(204);
    as().header("If-Match", etag()).delete(part("bank-accounts", second)).then().statusCode(204);
    assertThat(read("bankAccounts")).isEmpty();
  }

  @Test
  void financial_years_do_not_overlap_and_one_is_active() {
    add("financial-years", year("2025-04-01", "2026-03-31", true));
    add("financial-years", year("2026-04-01", "2027-03-31", true));

    assertThat(read("financialYears.active")).containsExactly(false, true);
    refused(
        as().body(year("2026-03-31", "2026-12-31", false))
            .post(PATH + "/" + id + "/financial-years"),
        400,
        "financial-years-overlap",
        Outbox.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gst-registrations|{\"gstin\": \"24AAACA0001A1Z3\"}|/gstin",
        "gst-registrations|{\"gstin\": \"24AAACA0001A1X5\"}|/gstin",
        "bank-accounts|{\"holder\": \"Us\", \"bankName\": \"B\", \"accountNumber\": \"12345\", \"ifsc\": \"HDFC1001234\"}|/ifsc",
        "financial-years|{\"name\": \"x\", \"startsOn\": \"2026-04-01\", \"endsOn\": \"2026-04-01\"}|/endsOn",
        "document-series|{\"documentType\": \"INVOICE\", \"prefix\": \"INV\"}|/financialYearId"
      })
  void G11_a_part_that_is_not_well_formed_is_refused(String part, String body, String pointer) {
    Response answer = as().body(body).post(PATH + "/" + id + "/" + part);

    refused(answer, 422, "invalid-request", Outbox.size());
    assertThat(answer.jsonPath().getList("errors.pointer", String.class)).contains(pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Gujarat|400001|/address/postalCode",
        "24|4000|/address/postalCode",
        "Gujrta|360001|/address/state"
      })
  void an_address_whose_state_and_pin_do_not_agree_is_refused(
      String state, String pin, String pointer) {
    Response answer = as().body(bodyIn(state, pin)).post(PATH);

    refused(answer, 422, "invalid-request", Outbox.size());
    assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
  }

  @Test
  void an_address_is_kept_with_the_one_name_of_its_state() {
    assertThat(as().get(PATH + "/" + id).<String>path("address.state")).isEqualTo("Gujarat");
    String other = create("/organizations", bodyIn("તમિલનાડુ", "600 001")).path("id");

    assertThat(as().get(PATH + "/" + other).<String>path("address.state")).isEqualTo("Tamil Nadu");
    assertThat(as().get(PATH + "/" + other).<String>path("address.postalCode")).isEqualTo("600001");
  }

  private String bodyIn(String state, String pin) {
    return body(pan)
        .replace(name, word())
        .replace("360001", pin)
        .replace("\"city\"", "\"state\": \"%s\", \"city\"".formatted(state));
  }

  @Test
  void a_name_is_taken_once_whatever_its_capitals() {
    refused(
        as().body(body(pan).replace(name, name.toLowerCase(java.util.Locale.ROOT))).post(PATH),
        409,
        "organization-name-taken",
        Outbox.size());
  }

  @Test
  void a_change_names_the_version_it_changes() {
    String one = PATH + "/" + id;

    refused(as().body(body(pan)).put(one), 428, "if-match-required", Outbox.size());
    refused(
        as().header("If-Match", "\"999\"").body(body(pan)).put(one),
        412,
        "stale-version",
        Outbox.size());
    as().header("If-Match", etag()).body(body(pan)).put(one).then().statusCode(200);
  }

  @Test
  void an_inactive_organization_does_nothing_until_it_is_activated() {
    as().header("If-Match", etag()).delete(PATH + "/" + id).then().statusCode(204);

    refused(
        as().body(account("501000111111", false)).post(PATH + "/" + id + "/bank-accounts"),
        400,
        "organization-inactive",
        Outbox.size());
    as().post(PATH + "/" + id + "/activation").then().statusCode(200);
    add("bank-accounts", account("501000111111", false));
    assertThat(Outbox.of(id))
        .containsExactly(
            "1 OrganizationCreated",
            "2 OrganizationDeactivated",
            "3 OrganizationUpdated",
            "4 OrganizationUpdated");
  }
}
