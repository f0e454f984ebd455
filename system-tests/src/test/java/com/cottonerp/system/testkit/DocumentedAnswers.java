package com.cottonerp.system.testkit;

import com.cottonerp.platform.testkit.ApiDocument;
import com.cottonerp.runner.ProgramProcess;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fails a test when a program answers otherwise than its OpenAPI document says. Thread-safe. */
final class DocumentedAnswers {
  private final Map<Integer, ApiDocument> byPort = new HashMap<>();

  DocumentedAnswers(Path root, List<ProgramProcess> programs) {
    for (ProgramProcess program : programs) {
      String module = program.name().replaceAll("-\\d+$", "");
      byPort.put(
          URI.create(program.url()).getPort(),
          ApiDocument.read(root.resolve(module).resolve("target/openapi/openapi.json")));
    }
  }

  void check(HttpResponse<String> answer) {
    ApiDocument document = byPort.get(answer.uri().getPort());
    if (document != null) {
      document.check(
          answer.request().method(),
          answer.uri().getRawPath(),
          answer.statusCode(),
          name -> answer.headers().firstValue(name).orElse(null),
          answer.body());
    }
  }
}
