package com.cottonerp.risk.testkit;

import static io.restassured.RestAssured.given;

import com.cottonerp.platform.testkit.UserTokens;
import io.restassured.specification.RequestSpecification;
import java.util.Set;

/** The requests of a user of the brokerage. */
public final class InternalUser {
  private InternalUser() {}

  public static RequestSpecification as(String user, String permission) {
    return given()
        .header("Authorization", "Bearer " + UserTokens.internal(user, Set.of(permission)));
  }
}
