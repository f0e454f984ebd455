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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the operation does not know, and values that are not of their type.
 * WHY: a filter that is ignored answers with things that were not asked for; and a value that
 * cannot be read is, for JAX-RS, an address that there is not. Thread-safe.
 */
class KnownParameters {
  // As many entries as there are operations.
  private final Map<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

  /** Refuses with 422; null lets the request pass. */
  @ServerRequestFilter
  public Response check(ContainerRequestContext request, ResourceInfo resource) {
    Map<String, List<String>> asked = request.getUriInfo().getQueryParameters();
    if (asked.isEmpty()) {
      return null;
    }
    Map<String, Class<?>> types =
        known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::typesOf);
    List<FieldError> unknown =
        asked.keySet().stream()
            .filter(name -> !types.containsKey(name))
            .sorted()
            .map(name -> new FieldError("/" + name, notKnown(types.keySet())))
            .toList();
    if (!unknown.isEmpty()) {
      return ProblemResponses.unknownParameters(unknown);
    }
    List<FieldError> unreadable =
        asked.entrySet().stream()
            .flatMap(given -> fault(given, types.get(given.getKey())).stream())
            .toList();
    return unreadable.isEmpty() ? null : ProblemResponses.badFields(unreadable);
  }

  private static Optional<FieldError> fault(Map.Entry<String, List<String>> given, Class<?> type) {
    return given.getValue().stream()
        .flatMap(value -> QueryValues.fault(value, type).stream())
        .findFirst()
        .map(expected -> new FieldError("/" + given.getKey(), expected));
  }

  private static String notKnown(Set<String> names) {
    return names.isEmpty()
        ? "is not known; this address has no query parameters"
        : "is not known; this address knows " + String.join(", ", names);
  }

  private static Map<String, Class<?>> typesOf(Method method) {
    Map<String, Class<?>> types = new TreeMap<>();
    for (Parameter parameter : method.getParameters()) {
      add(parameter.getAnnotation(QueryParam.class), parameter.getType(), types);
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        // Of a record, too: its annotations stand on its fields.
        for (Field field : parameter.getType().getDeclaredFields()) {
          add(field.getAnnotation(QueryParam.class), field.getType(), types);
        }
      }
    }
    return types;
  }

  private static void add(QueryParam parameter, Class<?> type, Map<String, Class<?>> types) {
    if (parameter != null) {
      types.put(parameter.value(), type);
    }
  }
}
