package com.cottonerp.defaults.openapi;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Names the pages of lists after the things on them. WHY: their names come from a class that
 * several views share, {@code View}, and would be numbered.
 */
final class PageNames {
  private static final String SCHEMAS = "#/components/schemas/";

  private PageNames() {}

  static void apply(OpenAPI api) {
    Map<String, String> renamed = new HashMap<>();
    Map<String, Schema> named = new HashMap<>();
    api.getComponents()
        .getSchemas()
        .forEach(
            (name, schema) -> {
              String own = name.matches("Page(View)?\\d*") ? nameOf(schema, name) : name;
              named.put(own, schema);
              renamed.put(SCHEMAS + name, SCHEMAS + own);
            });
    api.getComponents().setSchemas(named);
    api.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .filter(operation -> operation.getResponses() != null)
        .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
        .filter(response -> response.getContent() != null)
        .flatMap(response -> response.getContent().getMediaTypes().values().stream())
        .map(media -> media.getSchema())
        .filter(schema -> schema != null && schema.getRef() != null)
        .forEach(schema -> schema.setRef(renamed.getOrDefault(schema.getRef(), schema.getRef())));
  }

  private static String nameOf(Schema page, String otherwise) {
    Schema items = page.getProperties() == null ? null : page.getProperties().get("items");
    return items == null || items.getItems() == null || items.getItems().getRef() == null
        ? otherwise
        : "Page" + items.getItems().getRef().substring(SCHEMAS.length());
  }
}
