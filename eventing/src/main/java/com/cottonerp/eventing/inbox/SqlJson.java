package com.cottonerp.eventing.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Rows and attributes as the JSON text of a statement's parameter, so that one statement takes any
 * number of them. Thread-safe.
 */
@ApplicationScoped
public class SqlJson {
  private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

  private final ObjectMapper json;

  SqlJson(ObjectMapper json) {
    this.json = json;
  }

  public String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  Map<String, String> attributes(String text) {
    try {
      return json.readValue(text, ATTRIBUTES);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
