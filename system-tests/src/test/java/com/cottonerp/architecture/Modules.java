package com.cottonerp.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
          "outbox-relay",
          "simulation",
          "local-pubsub",
          "local-platform",
          "local-runner");

  private static final JavaClasses MAIN = imported("target/classes");
  private static final JavaClasses TESTS = imported("target/test-classes");

  private Modules() {}

  static JavaClasses mainClasses() {
    return MAIN;
  }

  static JavaClasses testClasses() {
    return TESTS;
  }

  private static JavaClasses imported(String folder) {
    List<Path> folders =
        java.util.stream.Stream.of(SERVICES.keySet(), OTHERS, List.of("system-tests"))
            .flatMap(java.util.Collection::stream)
            .map(module -> ROOT.resolve(module).resolve(folder))
            .filter(Files::isDirectory)
            .toList();
    return new ClassFileImporter().importPaths(folders);
  }
}
