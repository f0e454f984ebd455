package com.cottonerp.settings.organizations;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Removes a financial year without document series. In the caller's transaction; the caller saves
 * the organization.
 */
@ApplicationScoped
class RemoveFinancialYear {
  private final DocumentSeriesRepository series;

  RemoveFinancialYear(DocumentSeriesRepository series) {
    this.series = series;
  }

  Uni<Void> remove(Organization organization, UUID yearId) {
    FinancialYear year = organization.year(yearId);
    return series.refuseNumbered(year).invoke(() -> organization.removeYear(yearId));
  }
}
