package com.cottonerp.defaults.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/**
 * The examples of request bodies: {@code META-INF/openapi/examples/<operationId>.json}, by name.
 * Files keep them out of the code, and a test checks them against their schema.
 */
final class Examples {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Examples() {}

  static void apply(Operation operation) {
    if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
      return;
    }
    MediaType media = operation.getRequestBody().getContent().getMediaType("application/json");
    if (media != null) {
      for (var example : read(operation.getOperationId()).properties()) {
        media.addExample(example.getKey(), OASFactory.createExample().value(example.getValue()));
      }
    }
  }

  private static JsonNode read(String operationId) {
    String file = "META-INF/openapi/examples/" + operationId + ".json";
    try (InputStream examples =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
      return examples == null ? JSON.createObjectNode() : JSON.readTree(examples);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
