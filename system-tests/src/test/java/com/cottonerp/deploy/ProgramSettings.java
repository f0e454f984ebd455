package com.cottonerp.deploy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The environment variables of a program, as its settings name them.
 *
 * @param read all that mean something to it
 * @param needed those without a default
 */
record ProgramSettings(Set<String> read, Set<String> needed, Duration shutdownTimeout) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:)?");

  /** Settings of the framework itself that the manifests use. */
  private static final Set<String> OF_THE_FRAMEWORK =
      Set.of(
          "QUARKUS_PROFILE",
          "QUARKUS_INIT_AND_EXIT",
          "QUARKUS_FLYWAY_VALIDATE_AT_START",
          "QUARKUS_GOOGLE_CLOUD_ENABLE_METADATA_SERVER");

  private static final List<Path> OF_SERVICES =
      List.of(Rendered.ROOT.resolve("eventing"), Rendered.ROOT.resolve("service-persistence"));

  static ProgramSettings of(String module) {
    String shared = "src/main/resources/META-INF/microprofile-config.properties";
    List<Path> files =
        List.of(
            Rendered.ROOT.resolve("service-defaults").resolve(shared),
            Rendered.ROOT.resolve("service-persistence").resolve(shared),
            Rendered.ROOT.resolve("eventing").resolve(shared),
            Rendered.ROOT.resolve(module).resolve("src/main/resources/application.properties"));
    Set<String> read = new TreeSet<>(OF_THE_FRAMEWORK);
    Set<String> needed = new TreeSet<>();
    Duration shutdown = Duration.ZERO;
    for (Path file : files) {
      if (module.equals("outbox-relay") && OF_SERVICES.stream().anyMatch(file::startsWith)) {
        continue;
      }
      Properties properties = load(file);
      for (String value :
          properties.stringPropertyNames().stream().map(properties::getProperty).toList()) {
        Matcher variables = VARIABLE.matcher(value);
        while (variables.find()) {
          read.add(variables.group(1));
          if (variables.group(2) == null) {
            needed.add(variables.group(1));
          }
        }
      }
      String timeout = properties.getProperty("quarkus.shutdown.timeout");
      shutdown = timeout == null ? shutdown : Duration.parse("PT" + timeout);
    }
    return new ProgramSettings(read, needed, shutdown);
  }

  private static Properties load(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      Properties properties = new Properties();
      properties.load(reader);
      return properties;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
