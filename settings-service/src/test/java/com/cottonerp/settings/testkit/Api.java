package com.cottonerp.settings.testkit;

import static com.cottonerp.platform.testkit.Answers.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.platform.testkit.UserTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Random;
import java.util.Set;

/** The API, as a user calls the API. */
public final class Api {
  private static final Set<String> ALL =
      Set.of(
          "COMMODITY_CREATE",
          "COMMODITY_READ",
          "COMMODITY_UPDATE",
          "COMMODITY_DELETE",
          "LOCATION_CREATE",
          "LOCATION_READ",
          "LOCATION_UPDATE",
          "LOCATION_DELETE",
          "ORG_CREATE",
          "ORG_READ",
          "ORG_UPDATE",
          "ORG_DELETE",
          "SYSTEM_CONFIGURE");
  private static final Random RANDOM = new Random();

  private Api() {}

  public static RequestSpecification as(String... permissions) {
    return given()
        .contentType(ContentType.JSON)
        .header(
            "Authorization",
            "Bearer "
                + UserTokens.internal(
                    "keeper", permissions.length == 0 ? ALL : Set.of(permissions)));
  }

  public static Response create(String path, String body) {
    return as().body(body).post("/api/v1" + path).then().statusCode(201).extract().response();
  }

  /** A word that no other test uses, such as {@code X48213907}. */
  public static String word() {
    return "X" + (10_000_000 + RANDOM.nextInt(89_999_999));
  }

  /** Asserts a refusal: a problem with this type, and no published event. */
  public static void refused(Response response, int status, String type, long outboxBefore) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(text(response, "type")).endsWith("/" + type);
    assertThat(Outbox.size()).isEqualTo(outboxBefore);
  }
}
