package com.cottonerp.defaults.lists;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Views as the lines of a CSV file (RFC 4180) that a spreadsheet opens and that runs nothing. A
 * column is a property of the view, that of a nested one has a name such as {@code price.amount};
 * values are those of the JSON. A list of texts stands in one cell; lists of views are left out.
 * Thread-safe.
 *
 * @param <V> a record
 */
public final class CsvLines<V> {
  public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

  /** WHY: without it a spreadsheet takes Gujarati for a western code page. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final CsvMapper CSV =
      CsvMapper.csvBuilder()
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .addModule(
              new SimpleModule("harmless-cells").addSerializer(String.class, new HarmlessCell()))
          .build();
  private static final ObjectWriter LINES =
      CSV.writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));

  private final ObjectMapper json;
  private final List<List<String>> columns = new ArrayList<>();

  /**
   * @param json writes the values as answers do
   */
  public CsvLines(ObjectMapper json, Class<V> view) {
    this.json = json;
    addColumns(view, List.of());
  }

  private void addColumns(Class<?> view, List<String> path) {
    for (RecordComponent component : view.getRecordComponents()) {
      List<String> inner = new ArrayList<>(path);
      inner.add(name(component));
      if (isView(component.getType())) {
        addColumns(component.getType(), inner);
      } else if (!isListOfViews(component.getGenericType())) {
        columns.add(List.copyOf(inner));
      }
    }
  }

  private static String name(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null || named.value().isEmpty() ? component.getName() : named.value();
  }

  private static boolean isView(Class<?> type) {
    return type.isRecord() && !type.isAnnotationPresent(JsonSerialize.class);
  }

  private static boolean isListOfViews(Type type) {
    return type instanceof ParameterizedType list
        && list.getActualTypeArguments()[list.getActualTypeArguments().length - 1]
            instanceof Class<?> element
        && isView(element);
  }

  /** The first line, behind the mark that says how the file is encoded. */
  String names() {
    return BYTE_ORDER_MARK
        + columns.stream().map(path -> String.join(".", path)).collect(Collectors.joining(","))
        + "\r\n";
  }

  String of(List<V> views) {
    return views.stream().map(this::line).collect(Collectors.joining());
  }

  private String line(V view) {
    JsonNode tree = json.valueToTree(view);
    List<String> cells = columns.stream().map(path -> cell(at(tree, path))).toList();
    try {
      return LINES.writeValueAsString(cells);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static JsonNode at(JsonNode tree, List<String> path) {
    JsonNode node = tree;
    for (String name : path) {
      node = node.path(name);
    }
    return node;
  }

  private static String cell(JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(CsvLines::cell)
          .collect(Collectors.joining("; "));
    }
    if (value.isObject()) {
      return value.properties().stream()
          .map(one -> one.getKey() + "=" + cell(one.getValue()))
          .collect(Collectors.joining("; "));
    }
    return value.asText("");
  }
}
