package com.cottonerp.defaults.production;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Refuses to start a packaged program with settings that are for development only, and says
 * everything that is wrong at once. The profile {@code local} is the one switch that takes them:
 * {@code ./run}, docker-compose.yml and the overlay {@code local} set it.
 */
@ApplicationScoped
public class ProductionSafety {
  private static final Logger LOG = Logger.getLogger(ProductionSafety.class);
  private static final List<String> LOCAL = List.of("local");

  private final Config config;

  ProductionSafety(Config config) {
    this.config = config;
  }

  void onStart(@Observes @Priority(1) StartupEvent start) {
    check();
    if (LaunchMode.current() == LaunchMode.NORMAL && isLocal()) {
      LOG.warn(
          "Development keys, passwords and connections in plain text are taken, because the profile"
              + " is 'local'. To do: nothing on one machine; else set QUARKUS_PROFILE=prod");
    }
  }

  /**
   * For code that uses a setting before the program has started.
   *
   * @throws ConfigurationException when a packaged program may not run with its settings
   */
  public void check() {
    if (LaunchMode.current() != LaunchMode.NORMAL || isLocal()) {
      return;
    }
    List<String> violations = violations(config);
    if (!violations.isEmpty()) {
      throw new ConfigurationException(
          violations.stream()
              .map(violation -> "\n  - " + violation)
              .collect(Collectors.joining("", "This program does not start in production:", "")));
    }
  }

  static List<String> violations(Config config) {
    return Stream.of(
            new IdentityRules(config).violations(),
            new SecretRules(config).violations(),
            new DatabaseRules(config).violations())
        .flatMap(List::stream)
        .toList();
  }

  // WHY not "every profile but prod": a profile named "staging" may hold real data as well.
  private static boolean isLocal() {
    return ConfigUtils.getProfiles().equals(LOCAL);
  }
}
