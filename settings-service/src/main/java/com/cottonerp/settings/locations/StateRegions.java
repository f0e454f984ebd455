package com.cottonerp.settings.locations;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The region of each state of India. */
@ApplicationScoped
class StateRegions {
  private static final String FIND =
      "SELECT state, name, region FROM state_region WHERE code = :code";

  /**
   * @param code the state's own code, also when the query used an alias
   */
  record StateRegion(String code, String name, String region) {}

  Uni<Optional<StateRegion>> of(String code) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(FIND, Object[].class)
                    .setParameter("code", code == null ? "" : code)
                    .getSingleResultOrNull())
        .map(
            row ->
                Optional.ofNullable(row)
                    .map(
                        found ->
                            new StateRegion(
                                (String) found[0], (String) found[1], (String) found[2])));
  }
}
