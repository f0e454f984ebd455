package com.cottonerp.partners.onboarding;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.Optional;

/** The tax authority's registry. A deployment that has access to one provides its own bean. */
public interface TaxRegistry {
  /** What the registry says of a GSTIN; empty when it says nothing, which verifies nothing. */
  Uni<Optional<Registration>> lookUp(String gstin);

  /**
   * @param turnover yearly, in INR; null when the registry does not tell
   */
  record Registration(
      String legalName, boolean active, BigDecimal turnover, GstCompliance compliance) {}
}
