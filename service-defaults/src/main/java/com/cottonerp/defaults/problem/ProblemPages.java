package com.cottonerp.defaults.problem;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The catalogue of problem types: one page for each, made of the {@link StandardProblem}s and of
 * what {@link Explained} says at refusals. Pure.
 */
public final class ProblemPages {
  private ProblemPages() {}

  /**
   * One reason for a problem of a type; several contexts may have the same type.
   *
   * @param from the class that refuses
   */
  public record Reason(Class<?> from, List<Integer> statuses, String means, String remedy) {}

  /** What the page of a type tells. */
  public record Page(String type, String title, List<Reason> reasons) {}

  /**
   * Fails for a refusal that is not explained.
   *
   * @param refusals classes that implement {@link Refusal}
   * @return the pages by type, in the order of the alphabet
   */
  public static SortedMap<String, Page> of(Collection<Class<?>> refusals) {
    SortedMap<String, Page> pages = new TreeMap<>();
    for (StandardProblem problem : StandardProblem.values()) {
      add(
          pages,
          problem.type(),
          problem.title(),
          new Reason(StandardProblem.class, problem.statuses(), problem.means(), problem.remedy()));
    }
    refusals.stream()
        .sorted((one, other) -> one.getName().compareTo(other.getName()))
        .forEach(type -> addRefusal(pages, type));
    return pages;
  }

  private static void addRefusal(SortedMap<String, Page> pages, Class<?> type) {
    Explained explained = type.getAnnotation(Explained.class);
    if (explained != null) {
      Refusal sample = sample(type, null);
      add(pages, sample.type(), sample.title(), reason(type, sample, explained));
      return;
    }
    for (Field constant : kindsOf(type).getFields()) {
      Explained kind = constant.getAnnotation(Explained.class);
      if (constant.isEnumConstant() && kind != null) {
        Refusal sample = sample(type, valueOf(constant));
        add(pages, sample.type(), sample.title(), reason(type, sample, kind));
      } else if (constant.isEnumConstant()) {
        throw new IllegalStateException(constant + " is not Explained");
      }
    }
  }

  // A refusal of many types holds the enum that tells them.
  private static Class<?> kindsOf(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getType)
        .filter(Class::isEnum)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(type + " is not Explained"));
  }

  private static Reason reason(Class<?> type, Refusal sample, Explained explained) {
    return new Reason(type, List.of(sample.status()), explained.means(), explained.remedy());
  }

  private static void add(SortedMap<String, Page> pages, String type, String title, Reason reason) {
    Page page = pages.computeIfAbsent(type, any -> new Page(type, title, new ArrayList<>()));
    boolean isSaid =
        page.reasons().stream()
            .anyMatch(
                said ->
                    said.means().equals(reason.means())
                        && said.statuses().containsAll(reason.statuses()));
    if (!isSaid) {
      page.reasons().add(reason);
    }
  }

  // Neither the type nor the status of a refusal depends on its values, but for the kind.
  private static Refusal sample(Class<?> type, Object kind) {
    Constructor<?> canonical = type.getDeclaredConstructors()[0];
    Object[] values =
        Arrays.stream(canonical.getParameterTypes())
            .map(component -> component.isInstance(kind) ? kind : nothing(component))
            .toArray();
    try {
      canonical.setAccessible(true);
      return (Refusal) canonical.newInstance(values);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("No sample of " + type, failure);
    }
  }

  private static Object nothing(Class<?> type) {
    if (!type.isPrimitive()) {
      return null;
    }
    return switch (type.getName().toLowerCase(Locale.ROOT)) {
      case "boolean" -> false;
      case "int" -> 0;
      case "long" -> 0L;
      default -> throw new IllegalStateException("No value of " + type);
    };
  }

  private static Object valueOf(Field constant) {
    try {
      constant.setAccessible(true);
      return constant.get(null);
    } catch (IllegalAccessException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
