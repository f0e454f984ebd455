package com.cottonerp.defaults.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Makes schemas say what Jackson does: enums by their words on the wire, decimals as text, what is
 * always there, and what may be null.
 *
 * <p>An answer has every property of its record, unless the record leaves out what is null ({@code
 * JsonInclude}); only what is marked {@link Nullable} may be null. A request needs what its
 * constraints say; everything else may be left out or null.
 */
final class SchemaRules {
  private static final String ANY = "JsonNode";
  private static final String NOT_BLANK = "\\S";

  private final ApiTypes types;

  SchemaRules(ApiTypes types) {
    this.types = types;
  }

  void apply(Components components) {
    if (components.getSchemas().containsKey(ANY)) {
      // Any JSON: what Jackson's class looks like inside is of no use to a client.
      components.addSchema(ANY, OASFactory.createSchema().description("Any JSON value"));
      components.removeSchema("JsonNodeType");
    }
    new TreeMap<>(components.getSchemas()).forEach(this::apply);
  }

  private void apply(String name, Schema schema) {
    Class<?> type = types.of(name);
    if (type != null && type.isEnum()) {
      schema.setEnumeration(
          new ArrayList<>(Arrays.stream(type.getEnumConstants()).map(Object::toString).toList()));
      return;
    }
    asSent(schema);
    if (isPage(schema)) {
      schema.setRequired(List.of("items", "next"));
      schema.addProperty("next", orNull(schema.getProperties().get("next")));
    }
    if (type != null && type.isRecord() && schema.getProperties() != null) {
      if (types.isOnlyRead(type)) {
        // Jackson refuses what it does not know.
        schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
      }
      for (RecordComponent component : type.getRecordComponents()) {
        if (isUnwrapped(component)) {
          describeUnwrapped(schema, component.getType());
        }
        Schema property = schema.getProperties().get(component.getName());
        if (property != null) {
          describe(schema, type, component, property);
        }
      }
    }
  }

  private static boolean isPage(Schema schema) {
    return schema.getProperties() != null
        && schema.getProperties().keySet().equals(Set.of("items", "next"));
  }

  private void describe(Schema schema, Class<?> type, RecordComponent component, Schema property) {
    boolean primitive = component.getType().isPrimitive();
    boolean mayBeNull =
        !primitive
            && (types.isRead(type)
                ? !isRequired(schema, component.getName())
                : isNullable(component));
    boolean mayBeAbsent =
        types.isRead(type)
            ? !isRequired(schema, component.getName())
            : mayBeNull && leavesOutNull(type, component);
    if (!mayBeAbsent && !isRequired(schema, component.getName())) {
      schema.addRequired(component.getName());
    }
    if (mayBeNull && (types.isRead(type) || !leavesOutNull(type, component))) {
      schema.addProperty(component.getName(), orNull(property));
    }
  }

  private static boolean isUnwrapped(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
  }

  // What was read before: its constraints say what cannot be null, and nothing is left out.
  private static void describeUnwrapped(Schema schema, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      Schema property = schema.getProperties().get(name);
      if (property != null) {
        if (!isRequired(schema, name)) {
          schema.addRequired(name);
        }
        if (!component.getType().isPrimitive()
            && !component.getAccessor().isAnnotationPresent(NotNull.class)
            && !component.getAccessor().isAnnotationPresent(NotBlank.class)) {
          schema.addProperty(name, orNull(property));
        }
      }
    }
  }

  private static boolean isRequired(Schema schema, String property) {
    return schema.getRequired() != null && schema.getRequired().contains(property);
  }

  private static boolean isNullable(RecordComponent component) {
    return component.isAnnotationPresent(Nullable.class);
  }

  private static boolean leavesOutNull(Class<?> type, RecordComponent component) {
    JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
    if (include == null) {
      include = type.getAnnotation(JsonInclude.class);
    }
    return include != null && include.value() != JsonInclude.Include.ALWAYS;
  }

  private static Schema orNull(Schema property) {
    if (property.getRef() != null) {
      // A description is one of the property, not of what it refers to.
      String description = property.getDescription();
      property.setDescription(null);
      return OASFactory.createSchema()
          .description(description)
          .anyOf(List.of(property, OASFactory.createSchema().addType(SchemaType.NULL)));
    }
    if (property.getType() != null && !property.getType().contains(SchemaType.NULL)) {
      property.addType(SchemaType.NULL);
      if (property.getEnumeration() != null) {
        property.addEnumeration(null);
      }
    }
    return property;
  }

  /**
   * Makes values what they are on their way: decimals are text (integers and floating-point numbers
   * stay), a choice of words such as {@code GAP|ERROR} is an enum, and a pattern is about the whole
   * text, as it is for Bean Validation.
   */
  static void asSent(Schema schema) {
    if (schema == null) {
      return;
    }
    if (schema.getType() != null
        && schema.getType().contains(SchemaType.NUMBER)
        && schema.getFormat() == null) {
      Decimals.asText(schema);
    }
    pattern(schema);
    asSent(schema.getItems());
    asSent(schema.getAdditionalPropertiesSchema());
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(SchemaRules::asSent);
    }
    if (schema.getAnyOf() != null) {
      schema.getAnyOf().forEach(SchemaRules::asSent);
    }
  }

  private static void pattern(Schema schema) {
    String pattern = schema.getPattern();
    if (pattern == null || pattern.equals(NOT_BLANK) || pattern.startsWith("^")) {
      return;
    }
    if (pattern.matches("[A-Z_]+([|][A-Z_]+)+")) {
      schema.setEnumeration(new ArrayList<>(List.of(pattern.split("[|]"))));
      schema.setPattern(null);
    } else {
      schema.setPattern("^(?:" + pattern + ")$");
    }
  }
}
