package com.cottonerp.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules of the build as they were compiled, whatever their packaging made of them. */
final class Modules {
  static final Path ROOT = Path.of(System.getProperty("repository.root"));

  /** Every service with the package that is its own. */
  static final Map<String, String> SERVICES =
      Map.of(
          "partners-service", "com.cottonerp.partners",
          "risk-service", "com.cottonerp.risk",
          "trade-desk-service", "com.cottonerp.tradedesk",
          "settings-service", "com.cottonerp.settings");

  private static final List<String> OTHERS =
      List.of(
          "event-contracts",
          "eventing",
          "service-defaults",
          "service-persistence",
          "outbox-relay",
          "simulation",
          "local-pubsub",
          "local-platform",
          "local-runner");

  private static final JavaClasses MAIN = imported("target/classes");
  private static final JavaClasses TESTS = imported("target/test-classes");

  private Modules() {}

  /** Every module that has main classes, by its name. */
  static Stream<String> names() {
    return Stream.concat(SERVICES.keySet().stream(), OTHERS.stream());
  }

  /** The packages of a module in which a main class lies. */
  static Set<String> packagesOf(String module) {
    return new ClassFileImporter()
        .importPath(ROOT.resolve(module).resolve("target/classes")).stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  static JavaClasses mainClasses() {
    return MAIN;
  }

  static JavaClasses testClasses() {
    return TESTS;
  }

  private static JavaClasses imported(String folder) {
    List<Path> folders =
        Stream.of(SERVICES.keySet(), OTHERS, List.of("system-tests"))
            .flatMap(java.util.Collection::stream)
            .map(module -> ROOT.resolve(module).resolve(folder))
            .filter(Files::isDirectory)
            .toList();
    return new ClassFileImporter().importPaths(folders);
  }
}
