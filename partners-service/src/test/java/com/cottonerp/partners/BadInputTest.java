package com.cottonerp.partners;

import static com.cottonerp.partners.testkit.Onboarding.APPLICATIONS;
import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.asExternal;
import static com.cottonerp.partners.testkit.Onboarding.body;
import static com.cottonerp.partners.testkit.Onboarding.expiredToken;
import static com.cottonerp.partners.testkit.Onboarding.start;
import static com.cottonerp.partners.testkit.Onboarding.withToken;
import static com.cottonerp.platform.testkit.Answers.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.partners.testkit.Onboarding;
import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class BadInputTest {
  private static final String PROBLEM = "application/problem+json";

  private record Expected(int status, Supplier<Response> request) {}

  @Test
  void G11_a_bad_application_gets_a_problem_and_changes_nothing() {
    Map<String, Expected> cases = new LinkedHashMap<>();
    cases.put("missing field", apply(422, body().replace("\"legalName\": \"Acme Cotton\",", "")));
    cases.put(
        "unknown field",
        apply(422, body().replace("{\"entityClass\"", "{\"surprise\": 1, \"entityClass\"")));
    cases.put("oversized field", apply(422, body().replace("Acme Cotton", "x".repeat(501))));
    cases.put(
        "mistyped field", apply(422, body().replace("\"country\": \"IN\"", "\"country\": {}")));
    cases.put("bad enum", apply(422, body().replace("business_entity", "circus")));
    cases.put("bad date", apply(422, body().replace("2015-04-01", "yesterday")));
    cases.put("future date", apply(422, body().replace("2015-04-01", "2999-01-01")));
    cases.put("bad e-mail", apply(422, body().replace("a@acme.example", "nobody")));
    cases.put(
        "no such country",
        apply(422, body().replaceFirst("\"country\": \"IN\"", "\"country\": \"QQ\"")));
    cases.put(
        "no such currency",
        apply(422, body().replace("\"taxIdType\"", "\"currency\": \"QQQ\", \"taxIdType\"")));
    cases.put("a NUL", apply(422, body().replace("Acme Cotton", "Acme\\u0000Cotton")));
    cases.put("half a surrogate", apply(422, body().replace("Acme Cotton", "Acme\\ud800Cotton")));
    cases.put("half a surrogate in an enum", apply(422, body().replace("gst\"", "\\ud800\"")));
    cases.put(
        "half a surrogate in a name",
        apply(400, body().replace("{\"entityClass\"", "{\"\\udc00\": 1, \"entityClass\"")));
    cases.put(
        "one key twice",
        apply(
            400,
            body()
                .replace(
                    "{\"entityClass\"",
                    "{\"hasQualityLab\": true, \"hasQualityLab\": false, \"entityClass\"")));
    cases.put("bad GSTIN", apply(422, body().replaceFirst("1Z(.)\", \"pan", "1X$1\", \"pan")));
    cases.put("bad IFSC", apply(422, body().replace("HDFC0001234", "HDFC9001234")));
    cases.put("malformed JSON", apply(400, "{\"entityClass\": "));
    cases.put("an array", apply(422, "[]"));
    cases.put("null", apply(422, "null"));
    cases.put("no body", new Expected(422, () -> as("applicant").post(APPLICATIONS)));
    cases.put(
        "wrong content type",
        new Expected(
            415,
            () -> as("applicant").contentType(ContentType.TEXT).body("hello").post(APPLICATIONS)));
    assertEachIsRefused(cases);
  }

  @Test
  void G11_a_caller_without_the_right_is_refused() {
    String application = start(body());
    Map<String, Expected> cases = new LinkedHashMap<>();
    cases.put(
        "no token",
        new Expected(
            401, () -> given().contentType(ContentType.JSON).body(body()).post(APPLICATIONS)));
    cases.put(
        "garbage token",
        new Expected(401, () -> withToken("garbage").body(body()).post(APPLICATIONS)));
    cases.put(
        "expired token",
        new Expected(401, () -> withToken(expiredToken()).body(body()).post(APPLICATIONS)));
    cases.put(
        "wrong permission",
        new Expected(403, () -> as("x", "COMMODITY_READ").body(body()).post(APPLICATIONS)));
    cases.put(
        "somebody else's application",
        new Expected(
            403,
            () -> asExternal("other", UUID.randomUUID()).get(APPLICATIONS + "/" + application)));
    cases.put(
        "somebody else's partner",
        new Expected(
            403,
            () -> asExternal("other", UUID.randomUUID()).get(PARTNERS + "/" + UUID.randomUUID())));
    assertEachIsRefused(cases);
  }

  @Test
  void G11_a_bad_document_gets_a_problem_and_changes_nothing() {
    String documents = APPLICATIONS + "/" + start(body()) + "/documents";
    Map<String, Expected> cases = new LinkedHashMap<>();
    cases.put(
        "20 MB",
        new Expected(413, () -> upload("pan_card", new byte[20 * 1024 * 1024]).post(documents)));
    cases.put(
        "11 MB",
        new Expected(413, () -> upload("pan_card", new byte[11 * 1024 * 1024]).post(documents)));
    cases.put(
        "unknown type",
        new Expected(422, () -> upload("shopping_list", new byte[1]).post(documents)));
    cases.put(
        "empty file", new Expected(422, () -> upload("pan_card", new byte[0]).post(documents)));
    cases.put(
        "no file",
        new Expected(
            422,
            () ->
                as("applicant")
                    .contentType(ContentType.MULTIPART)
                    .multiPart("documentType", "pan_card")
                    .post(documents)));
    cases.put(
        "a form that ends early",
        form(
            400,
            "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nte"));
    cases.put(
        "a form without its boundary",
        form(400, "multipart/form-data; boundary=x", "--y\r\n\r\n--y--"));
    cases.put("an empty boundary", form(400, "multipart/form-data; boundary=", "--x--"));
    cases.put(
        "a NUL in a name",
        form(
            422,
            "multipart/form-data; boundary=x",
            "--x\r\n"
                + "Content-Disposition: form-data; name=\"documentType\"\r\n\r\n"
                + "pan_card\r\n"
                + "--x\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"a\u0000.txt\"\r\n\r\n"
                + "text\r\n"
                + "--x--\r\n"));
    cases.put("not a form", new Expected(415, () -> as("applicant").body("{}").post(documents)));
    assertEachIsRefused(cases);
  }

  @Test
  void G11_a_bad_address_gets_a_problem() {
    Map<String, Expected> cases = new LinkedHashMap<>();
    cases.put(
        "unknown application",
        new Expected(404, () -> as("x").get(APPLICATIONS + "/" + UUID.randomUUID())));
    cases.put("not a UUID", new Expected(404, () -> as("x").get(APPLICATIONS + "/nonsense")));
    cases.put("a NUL in the path", new Expected(404, () -> raw().get(APPLICATIONS + "/a%00b")));
    cases.put("a NUL in a filter", new Expected(422, () -> raw().get(PARTNERS + "?q=a%00b")));
    cases.put(
        "no country", new Expected(422, () -> as("x").get(PARTNERS + "/export?country=india")));
    cases.put("no status", new Expected(422, () -> as("x").get(PARTNERS + "/export?status=happy")));
    cases.put(
        "no media type",
        new Expected(400, () -> as("x").header("Accept", "garbage").get(PARTNERS)));
    cases.put(
        "another media type",
        new Expected(406, () -> as("x").accept("application/xml").get(PARTNERS)));
    cases.put("unknown path", new Expected(404, () -> as("x").get("/api/v1/nothing")));
    cases.put("wrong method", new Expected(405, () -> as("x").delete(APPLICATIONS)));
    cases.put("limit 0", new Expected(422, () -> as("x").get(PARTNERS + "?limit=0")));
    cases.put("limit too large", new Expected(422, () -> as("x").get(PARTNERS + "?limit=100000")));
    cases.put("unknown status", new Expected(422, () -> as("x").get(PARTNERS + "?status=happy")));
    assertEachIsRefused(cases);
  }

  @Test
  void G11_a_reused_idempotency_key_with_another_body_is_refused() {
    String key = UUID.randomUUID().toString();
    as("applicant")
        .header("Idempotency-Key", key)
        .body(body())
        .post(APPLICATIONS)
        .then()
        .statusCode(201);

    assertEachIsRefused(
        Map.of(
            "reused key",
            new Expected(
                422,
                () ->
                    as("applicant")
                        .header("Idempotency-Key", key)
                        .body(body())
                        .post(APPLICATIONS))));
  }

  private static Expected apply(int status, String body) {
    return new Expected(status, () -> as("applicant").body(body).post(APPLICATIONS));
  }

  private static io.restassured.specification.RequestSpecification raw() {
    return as("x").urlEncodingEnabled(false);
  }

  private Expected form(int status, String type, String form) {
    String documents = APPLICATIONS + "/" + start(body()) + "/documents";
    return new Expected(
        status,
        () ->
            as("applicant")
                .config(
                    io.restassured.RestAssured.config()
                        .encoderConfig(
                            io.restassured.config.EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
                .contentType(type)
                .body(form)
                .post(documents));
  }

  private static io.restassured.specification.RequestSpecification upload(
      String type, byte[] file) {
    return Onboarding.as("applicant")
        .contentType(ContentType.MULTIPART)
        .multiPart("documentType", type)
        .multiPart("file", "file.txt", file, "text/plain");
  }

  private static void assertEachIsRefused(Map<String, Expected> cases) {
    Map<String, String> before = RunningPostgres.rows();
    cases.forEach(
        (name, expected) -> {
          Response response = expected.request().get();
          assertThat(response.statusCode())
              .as(name + ": " + response.asString())
              .isEqualTo(expected.status());
          assertThat(response.contentType()).as(name).startsWith(PROBLEM);
          assertThat(text(response, "type")).as(name).startsWith("https://");
          assertThat(response.jsonPath().getString("detail")).as(name).isNotBlank();
          assertThat(response.jsonPath().getInt("status")).as(name).isEqualTo(expected.status());
          assertThat(response.asString())
              .as(name)
              .doesNotContain("Exception", "com.cottonerp", "\tat ");
        });
    assertThat(RunningPostgres.rows()).isEqualTo(before);
  }
}
