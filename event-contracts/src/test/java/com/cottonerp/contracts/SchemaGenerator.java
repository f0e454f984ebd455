package com.cottonerp.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The JSON Schema of an event record, from the record alone.
 *
 * <p>Required is what a reader can always count on: the id that the event is about (its first
 * component), primitives, and both parts of a {@link Money}. All else may be absent or null, and
 * properties that a reader does not know are allowed: the schema says what the tolerant reader
 * needs.
 */
final class SchemaGenerator {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String BASE = "https://schemas.cotton-erp.example/";
  private static final Map<Class<?>, Map<String, String>> TEXTS =
      Map.of(
          String.class, Map.of(),
          UUID.class, Map.of("format", "uuid"),
          LocalDate.class, Map.of("format", "date"),
          Instant.class, Map.of("format", "date-time"),
          BigDecimal.class, Map.of("pattern", "^-?[0-9]+(\\.[0-9]+)?$"));

  private SchemaGenerator() {}

  static ObjectNode schemaOf(EventType event) {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", BASE + event.file());
    schema.put("title", PublishedEvent.typeOf(event.type()));
    schema.setAll(object(event.type(), false));
    return schema;
  }

  private static ObjectNode object(Class<?> type, boolean nullable) {
    ObjectNode schema = JSON.createObjectNode();
    putType(schema, "object", nullable);
    ObjectNode properties = JSON.createObjectNode();
    ArrayNode required = JSON.createArrayNode();
    collect(type, properties, required);
    schema.set("properties", properties);
    schema.set("required", required);
    schema.put("additionalProperties", true);
    return schema;
  }

  private static void collect(Class<?> type, ObjectNode properties, ArrayNode required) {
    RecordComponent[] components = type.getRecordComponents();
    for (RecordComponent component : components) {
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        collect(component.getType(), properties, required);
      } else {
        boolean certain = isCertain(type, component, component == components[0]);
        properties.set(component.getName(), property(component, !certain));
        if (certain) {
          required.add(component.getName());
        }
      }
    }
  }

  private static boolean isCertain(Class<?> owner, RecordComponent component, boolean first) {
    return component.getType().isPrimitive()
        || owner == Money.class
        || (first && component.getType() == UUID.class);
  }

  private static JsonNode property(RecordComponent component, boolean nullable) {
    if (component.getType() == BigDecimal.class) {
      JsonFormat format = component.getAccessor().getAnnotation(JsonFormat.class);
      if (format == null || format.shape() != JsonFormat.Shape.STRING) {
        throw new IllegalStateException(
            component + " must be a decimal string: @JsonFormat(shape = JsonFormat.Shape.STRING)");
      }
    }
    return schema(component.getGenericType(), nullable);
  }

  private static JsonNode schema(Type type, boolean nullable) {
    ObjectNode schema = JSON.createObjectNode();
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      putType(schema, "array", nullable);
      schema.set("items", schema(list.getActualTypeArguments()[0], false));
    } else if (type == int.class || type == long.class) {
      putType(schema, "integer", nullable);
    } else if (type == boolean.class || type == Boolean.class) {
      putType(schema, "boolean", nullable);
    } else if (type == Integer.class || type == Long.class) {
      putType(schema, "integer", nullable);
    } else if (type instanceof Class<?> text && TEXTS.containsKey(text)) {
      putType(schema, "string", nullable);
      TEXTS.get(text).forEach(schema::put);
    } else if (type instanceof Class<?> nested && nested.isRecord()) {
      return object(nested, nullable);
    } else {
      throw new IllegalStateException(type + " has no form on the wire; see SchemaGenerator");
    }
    return schema;
  }

  private static void putType(ObjectNode schema, String type, boolean nullable) {
    if (nullable) {
      schema.putArray("type").add(type).add("null");
    } else {
      schema.put("type", type);
    }
  }
}
