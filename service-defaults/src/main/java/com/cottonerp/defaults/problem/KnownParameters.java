package com.cottonerp.defaults.problem;

import com.cottonerp.defaults.problem.Problem.FieldError;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the operation does not know. WHY: a filter that is ignored answers
 * with things that were not asked for. Thread-safe.
 */
class KnownParameters {
  // As many entries as there are operations.
  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  /** Refuses with 422; null lets the request pass. */
  @ServerRequestFilter
  public Response check(ContainerRequestContext request, ResourceInfo resource) {
    Set<String> asked = request.getUriInfo().getQueryParameters().keySet();
    if (asked.isEmpty()) {
      return null;
    }
    Set<String> names =
        known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::namesOf);
    List<FieldError> unknown =
        asked.stream()
            .filter(name -> !names.contains(name))
            .sorted()
            .map(name -> new FieldError("/" + name, notKnown(names)))
            .toList();
    return unknown.isEmpty() ? null : ProblemResponses.unknownParameters(unknown);
  }

  private static String notKnown(Set<String> names) {
    return names.isEmpty()
        ? "is not known; this address has no query parameters"
        : "is not known; this address knows " + String.join(", ", names);
  }

  private static Set<String> namesOf(Method method) {
    Set<String> names = new TreeSet<>();
    for (Parameter parameter : method.getParameters()) {
      add(parameter.getAnnotation(QueryParam.class), names);
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        // Of a record, too: its annotations stand on its fields.
        for (Field field : parameter.getType().getDeclaredFields()) {
          add(field.getAnnotation(QueryParam.class), names);
        }
      }
    }
    return names;
  }

  private static void add(QueryParam parameter, Set<String> names) {
    if (parameter != null) {
      names.add(parameter.value());
    }
  }
}
