package com.cottonerp.settings.http;

import static com.cottonerp.settings.testkit.Api.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.settings.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators' endpoints are not on the users' port, and no endpoint is open by mistake. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class ManagementPortTest {
  @TestHTTPResource(value = "/", management = true)
  URI management;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/health/live",
        "/q/health/started",
        "/q/health/ready",
        "/q/metrics",
        "/openapi",
        "/reference",
        "/reference/redoc.js",
        "/reference/start.js",
        "/swagger-ui/"
      })
  void what_operators_look_at_answers_on_the_management_port_only(String path) {
    given()
        .get(management.resolve(path))
        .then()
        .statusCode(200)
        .header("X-Content-Type-Options", "nosniff");
    given().get(path).then().statusCode(404);
  }

  @Test
  void the_management_port_serves_no_user() {
    as().get(management.resolve("/api/v1/units").toString()).then().statusCode(404);
  }

  @Test
  void an_endpoint_that_does_not_say_who_may_use_it_is_for_nobody() {
    assertThat(as().get("/api/v1/forgotten").statusCode()).isEqualTo(403);
    assertThat(given().get("/api/v1/forgotten").statusCode()).isEqualTo(401);
  }
}
