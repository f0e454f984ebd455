package com.cottonerp.defaults.idempotency;

import com.cottonerp.defaults.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;

/**
 * Under what versions before opaque ids kept the keys of a caller: the name in the token. Counts
 * for two days from the upgrade, as long as those versions may run and their keys are kept.
 * Thread-safe.
 */
@ApplicationScoped
class FormerCallers {
  private static final String IS_OPEN =
      "SELECT EXISTS (SELECT FROM former_callers WHERE until > clock_timestamp())";

  private final Clock clock;
  private final Duration remembered;
  private volatile Instant overUntil = Instant.MIN;

  /**
   * @param remembered how long the answer "no key of an earlier version is left" is kept
   */
  FormerCallers(
      Clock clock, @ConfigProperty(name = "http.former-callers-remembered") Duration remembered) {
    this.clock = clock;
    this.remembered = remembered;
  }

  /**
   * @param caller as an earlier version wrote it
   * @param isSurelyTheSame false where the version did not say for which partner
   */
  record Former(String caller, boolean isSurelyTheSame) {}

  Uni<List<Former>> of(Session session, Caller caller) {
    if (caller.formerName().isEmpty() || clock.instant().isBefore(overUntil)) {
      return Uni.createFrom().item(List.of());
    }
    // Past Hibernate, which would keep a plan of the query for each time that it is made.
    return Uni.createFrom()
        .completionStage(
            () ->
                ((MutinySessionImpl) session)
                    .getReactiveConnection()
                    .select(IS_OPEN, new Object[0]))
        .map(
            rows -> {
              boolean open = (Boolean) rows.next()[0];
              if (!open) {
                overUntil = clock.instant().plus(remembered);
              }
              return open ? names(caller) : List.of();
            });
  }

  private static List<Former> names(Caller caller) {
    String name = caller.formerName().orElseThrow();
    List<Former> names = new ArrayList<>();
    for (UUID partner : caller.partnerId().stream().toList()) {
      names.add(new Former(name + " for " + partner, true));
    }
    names.add(new Former(name, names.isEmpty()));
    return names;
  }
}
