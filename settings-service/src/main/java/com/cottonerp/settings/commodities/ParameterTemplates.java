package com.cottonerp.settings.commodities;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;

/** The usual quality parameters of each category, with the number of uses. */
@ApplicationScoped
class ParameterTemplates {
  private static final String OF_CATEGORY =
      """
      SELECT category, name, type, unit, min_value, max_value, CAST(allowed AS text), mandatory, usage_count
      FROM parameter_template WHERE lower(category) = lower(coalesce(:category, category))
      ORDER BY category, display_order, name
      """;

  private static final String USE =
      """
      INSERT INTO parameter_template (category, name, type, unit, min_value, max_value, allowed, mandatory, usage_count)
      VALUES (lower(:category), :name, :type, :unit, :min, :max, CAST(CAST(:allowed AS text) AS jsonb), :mandatory, 1)
      ON CONFLICT (lower(category), lower(name)) DO UPDATE SET usage_count = parameter_template.usage_count + 1
      """;

  private final ObjectMapper json;

  ParameterTemplates(ObjectMapper json) {
    this.json = json;
  }

  record Template(String category, Parameter parameter, long usageCount) {}

  /**
   * @param category null for all categories
   */
  Uni<List<Template>> of(String category) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(OF_CATEGORY, Object[].class)
                    .setParameter("category", category)
                    .getResultList())
        .map(rows -> rows.stream().map(this::template).toList());
  }

  private Template template(Object... row) {
    return new Template(
        (String) row[0],
        new Parameter(
            (String) row[1],
            ParameterType.valueOf((String) row[2]),
            (String) row[3],
            (BigDecimal) row[4],
            (BigDecimal) row[5],
            row[6] == null ? null : read((String) row[6]),
            (Boolean) row[7]),
        ((Number) row[8]).longValue());
  }

  /** Counts a use of parameters in a category; an unknown parameter becomes a template. */
  Uni<Void> use(String category, List<Parameter> parameters) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Parameter parameter : parameters) {
      all = all.chain(() -> use(category, parameter));
    }
    return all;
  }

  private Uni<Void> use(String category, Parameter parameter) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(USE)
                    .setParameter("category", category)
                    .setParameter("name", parameter.name())
                    .setParameter("type", parameter.type().name())
                    .setParameter("unit", parameter.unit())
                    .setParameter("min", parameter.min())
                    .setParameter("max", parameter.max())
                    .setParameter("allowed", write(parameter.allowed()))
                    .setParameter("mandatory", parameter.mandatory())
                    .executeUpdate())
        .replaceWithVoid();
  }

  private List<String> read(String allowed) {
    try {
      return json.readValue(allowed, new TypeReference<>() {});
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("parameter_template.allowed is no list", broken);
    }
  }

  private String write(List<String> allowed) {
    try {
      return allowed == null ? null : json.writeValueAsString(allowed);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
