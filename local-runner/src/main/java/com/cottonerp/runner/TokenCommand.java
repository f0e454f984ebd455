package com.cottonerp.runner;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** {@code ./run token}: prints a development token for a described user or for a persona. */
final class TokenCommand {
  private static final Duration LIFETIME = Duration.ofHours(8);

  private final RunningSystem running;

  TokenCommand(RunningSystem running) {
    this.running = running;
  }

  String token(List<String> arguments) {
    Set<String> permissions = new LinkedHashSet<>();
    Optional<UUID> partner = Optional.empty();
    String user = "developer";
    for (int i = 0; i < arguments.size(); i += 2) {
      if (i + 1 == arguments.size()) {
        throw new UsageException(arguments.get(i) + " wants a value");
      }
      String value = arguments.get(i + 1);
      switch (arguments.get(i)) {
        case "--permission" -> permissions.addAll(List.of(value.split(",")));
        case "--partner" -> partner = Optional.of(uuid(value));
        case "--user" -> user = value;
        case "--as" -> {
          Persona persona = Personas.read(running.state()).named(value);
          user = persona.user();
          permissions.addAll(persona.permissions());
          partner = Optional.ofNullable(persona.partnerId());
        }
        default -> throw new UsageException("Unknown option " + arguments.get(i));
      }
    }
    Set<String> granted = permissions.isEmpty() ? DevelopmentIssuer.ALL_PERMISSIONS : permissions;
    return running.tokens().token(user, granted, partner, LIFETIME);
  }

  private static UUID uuid(String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException wrong) {
      throw new UsageException("'" + value + "' is not a partner id (a UUID)");
    }
  }
}
