package com.cottonerp.platform.testkit;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks every answer in every test of a program against the document that the program's build
 * wrote. Registered as a service, so that no test can forget the check. A module without an API has
 * no document.
 */
public final class DocumentedAnswersOfTests implements QuarkusTestBeforeEachCallback {
  private static final Path DOCUMENT = Path.of("target/openapi/openapi.json");

  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    if (hasRestAssured() && Files.exists(DOCUMENT)) {
      AnswersAsDocumented.install(DOCUMENT);
    }
  }

  // WHY by name: a module without an API does not have the library on its class path.
  private static boolean hasRestAssured() {
    try {
      Class.forName(
          "io.restassured.RestAssured", false, DocumentedAnswersOfTests.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}
