package com.cottonerp.platform.testkit;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks every answer of every test of a program against the document that the build of the program
 * wrote. Registered as a service, so that no test can forget it.
 */
public final class DocumentedAnswersOfTests implements QuarkusTestBeforeEachCallback {
  private static final Path DOCUMENT = Path.of("target/openapi/openapi.json");

  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    boolean checked =
        RestAssured.filters().stream().anyMatch(AnswersAsDocumented.class::isInstance);
    if (!checked && Files.exists(DOCUMENT)) {
      RestAssured.filters(new AnswersAsDocumented(ApiDocument.read(DOCUMENT)));
    }
  }
}
