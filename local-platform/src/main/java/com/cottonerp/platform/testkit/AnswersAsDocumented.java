package com.cottonerp.platform.testkit;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.nio.file.Path;

/**
 * Fails a test when an answer differs from the program's OpenAPI document, or when nothing is at
 * the Location of an answer. Thread-safe.
 */
public final class AnswersAsDocumented implements Filter {
  private final ApiDocument document;

  public AnswersAsDocumented(ApiDocument document) {
    this.document = document;
  }

  /** Checks all requests of RestAssured from now on. Call once. */
  static void install(Path document) {
    if (RestAssured.filters().stream().noneMatch(AnswersAsDocumented.class::isInstance)) {
      RestAssured.filters(new AnswersAsDocumented(ApiDocument.read(document)));
    }
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    Response response = context.next(request, expected);
    // The document describes the API port, not the management port.
    URI address = URI.create(request.getURI());
    if (address.getPort() != RestAssured.port) {
      return response;
    }
    document.check(
        request.getMethod(),
        address.getRawPath(),
        response.statusCode(),
        response::header,
        response.asString());
    if (response.statusCode() == 201) {
      mustBeThere(response.header("Location"), request.getHeaders().getValue("Authorization"));
    }
    return response;
  }

  // A 403 passes: the creator may lack the permission to read.
  private static void mustBeThere(String location, String authorization) {
    int status =
        RestAssured.given().header("Authorization", authorization).get(location).statusCode();
    if (status != 200 && status != 403) {
      throw new AssertionError("A GET of the Location " + location + " answers " + status);
    }
  }
}
