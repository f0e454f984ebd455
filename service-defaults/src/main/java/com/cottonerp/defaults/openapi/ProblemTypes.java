package com.cottonerp.defaults.openapi;

import com.cottonerp.defaults.problem.Problem;
import com.cottonerp.defaults.problem.ProblemPages;
import com.cottonerp.defaults.problem.Refusal;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** The types of all problems with which a program may answer. */
final class ProblemTypes {
  private static final DotName REFUSAL = DotName.createSimple(Refusal.class);

  private ProblemTypes() {}

  /** Their URIs, in the order of the alphabet. */
  static List<String> of(IndexView index) {
    List<Class<?>> refusals =
        index.getAllKnownImplementations(REFUSAL).stream()
            .filter(found -> !Modifier.isInterface(found.flags()))
            .<Class<?>>map(found -> load(found.name().toString()))
            .toList();
    return ProblemPages.of(refusals).keySet().stream().map(Problem::typeUri).toList();
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
