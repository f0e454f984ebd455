package com.cottonerp.settings.http;

import static com.cottonerp.settings.testkit.Api.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.settings.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who uses an operation that ends is told so, by every answer and by the document. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class SunsetTest {
  @TestHTTPResource(value = "/", management = true)
  URI management;

  @ParameterizedTest
  @ValueSource(strings = {"one", "none"})
  void every_answer_says_since_when_and_until_when(String id) {
    Response answer = as().get("/api/v1/ageing/" + id);

    assertThat(answer.statusCode()).isEqualTo(id.equals("none") ? 404 : 200);
    assertThat(answer.header("Deprecation")).isEqualTo("@1796083200");
    assertThat(answer.header("Sunset")).isEqualTo("Tue, 1 Jun 2027 00:00:00 GMT");
    assertThat(answer.header("Link")).isEqualTo("</api/v2/ageing>; rel=\"successor-version\"");
  }

  @Test
  void an_operation_that_goes_on_says_nothing() {
    Response answer = as().get("/api/v1/units");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header("Deprecation")).isNull();
    assertThat(answer.header("Sunset")).isNull();
  }

  @Test
  void the_document_says_it_too() {
    JsonPath read =
        given().queryParam("format", "json").get(management.resolve("/openapi")).jsonPath();
    Map<String, Object> operation = read.getMap("paths.'/api/v1/ageing/{id}'.get");

    assertThat(operation).containsEntry("deprecated", true);
    assertThat(operation.get("description"))
        .asString()
        .startsWith("Deprecated since 2026-12-01; may be gone from 2027-06-01 on")
        .contains("It shows itself.");
    assertThat(read.getMap("paths.'/api/v1/units'.get")).doesNotContainKey("deprecated");
  }
}
