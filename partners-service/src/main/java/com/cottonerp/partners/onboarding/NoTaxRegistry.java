package com.cottonerp.partners.onboarding;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** No registry is connected: nothing is known, and nothing pretends to be verified. */
@DefaultBean
@ApplicationScoped
class NoTaxRegistry implements TaxRegistry {
  @Override
  public Uni<Optional<Registration>> lookUp(String gstin) {
    return Uni.createFrom().item(Optional.empty());
  }
}
