package com.cottonerp.risk.testkit;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;

/** The requests of a user of the brokerage. */
public final class InternalUser {
  private InternalUser() {}

  public static RequestSpecification as(String user, String permission) {
    return given()
        .header(
            "Authorization",
            "Bearer "
                + Jwt.issuer(RunningPostgres.ISSUER)
                    .upn(user)
                    .subject(user)
                    .groups(permission)
                    .claim("user_type", "INTERNAL")
                    .expiresIn(600)
                    .sign());
  }
}
