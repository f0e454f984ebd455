package com.cottonerp.defaults.openapi;

import jakarta.ws.rs.BeanParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.MethodInfo;

/**
 * The Java types that requests and answers are made of, by the names of their schemas. Not
 * thread-safe: filled and read by one build.
 */
final class ApiTypes {
  private final Map<String, Class<?>> byName = new LinkedHashMap<>();
  private final Set<Class<?>> written = new HashSet<>();
  private final Set<Class<?>> read = new HashSet<>();

  /** Learns what a method answers and what it reads. */
  void add(MethodInfo endpoint) {
    Method method = methodOf(endpoint);
    walk(method.getGenericReturnType(), written);
    for (Parameter parameter : method.getParameters()) {
      if (isBody(parameter)) {
        walk(parameter.getParameterizedType(), read);
      }
      addShown(parameter);
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        Arrays.stream(parameter.getType().getDeclaredFields()).forEach(this::addShown);
      }
    }
  }

  // A query parameter is text in the code, and says of which words.
  private void addShown(AnnotatedElement parameter) {
    var shown =
        parameter.getAnnotation(
            org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class);
    if (shown != null && shown.schema().implementation() != Void.class) {
      walk(shown.schema().implementation(), read);
    }
  }

  /**
   * Whether a method answers with a reply of {@code Commands}, which executes a request with an
   * Idempotency-Key once: those methods say their status and headers themselves.
   */
  boolean isReply(MethodInfo endpoint) {
    Type type = methodOf(endpoint).getGenericReturnType();
    return type.getTypeName().contains("RestResponse<") && !unwrapped(type).equals(Void.class);
  }

  /** What a method answers, without the wrappers of the framework. */
  Type answerOf(MethodInfo endpoint) {
    return unwrapped(methodOf(endpoint).getGenericReturnType());
  }

  static Method methodOf(MethodInfo endpoint) {
    for (Method method : load(endpoint.declaringClass().name().toString()).getDeclaredMethods()) {
      if (method.getName().equals(endpoint.name())
          && method.getParameterCount() == endpoint.parametersCount()) {
        return method;
      }
    }
    throw new IllegalStateException("There is no method " + endpoint);
  }

  private static Type unwrapped(Type type) {
    if (type instanceof ParameterizedType generic
        && List.of("Uni", "RestResponse")
            .contains(((Class<?>) generic.getRawType()).getSimpleName())) {
      return unwrapped(generic.getActualTypeArguments()[0]);
    }
    return type;
  }

  private static boolean isBody(Parameter parameter) {
    return Arrays.stream(parameter.getAnnotations())
        .noneMatch(
            annotation ->
                annotation
                    .annotationType()
                    .getName()
                    .matches("jakarta\\.ws\\.rs\\..*|.*reactive.*"));
  }

  private void walk(Type type, Set<Class<?>> seen) {
    if (type instanceof ParameterizedType generic) {
      walk(generic.getRawType(), seen);
      for (Type argument : generic.getActualTypeArguments()) {
        walk(argument, seen);
      }
    } else if (type instanceof Class<?> found) {
      walkClass(found, seen);
    }
  }

  private void walkClass(Class<?> type, Set<Class<?>> seen) {
    if (type.isArray()) {
      walkClass(type.getComponentType(), seen);
    } else if (type.getName().startsWith("com.cottonerp.") && seen.add(type)) {
      byName.putIfAbsent(nameOf(type), type);
      if (type.isRecord()) {
        for (RecordComponent component : type.getRecordComponents()) {
          walk(component.getGenericType(), seen);
        }
      } else {
        for (var field : type.getDeclaredFields()) {
          walk(field.getGenericType(), seen);
        }
      }
    }
  }

  static String nameOf(Class<?> type) {
    Schema named = type.getAnnotation(Schema.class);
    return named == null || named.name().isEmpty() ? type.getSimpleName() : named.name();
  }

  /** The type of a schema; null when the schema is of no type of ours. */
  Class<?> of(String schema) {
    return byName.get(schema);
  }

  /** Whether requests hold values of the type. */
  boolean isRead(Class<?> type) {
    return read.contains(type);
  }

  /** Whether requests hold values of the type, and answers do not. */
  boolean isOnlyRead(Class<?> type) {
    return read.contains(type) && !written.contains(type);
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
