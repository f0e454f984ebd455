package com.cottonerp.settings.organizations;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.sources.BusinessDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Gives a document the next number of its type, in the financial year of the document's date. In
 * the caller's transaction; a number that is refused is not used up.
 */
@ApplicationScoped
class IssueDocumentNumber {
  private final Organizations organizations;
  private final DocumentSeriesRepository series;
  private final DocumentPrefixes prefixes;
  private final Clock clock;

  IssueDocumentNumber(
      Organizations organizations,
      DocumentSeriesRepository series,
      DocumentPrefixes prefixes,
      Clock clock) {
    this.organizations = organizations;
    this.series = series;
    this.prefixes = prefixes;
    this.clock = clock;
  }

  /**
   * @param documentDate null: today
   */
  Uni<DocumentSeries.Issued> issue(UUID organizationId, String type, LocalDate documentDate) {
    LocalDate today = BusinessDay.today(clock);
    if (documentDate != null && documentDate.isAfter(today)) {
      throw new InvalidField("/documentDate", "is not a day to come").refused();
    }
    LocalDate day = documentDate == null ? today : documentDate;
    return organizations
        .get(organizationId)
        .invoke(Organization::mustBeActive)
        .map(organization -> organization.yearOfNumbers(day, today))
        .chain(year -> next(organizationId, DocumentSeries.typeOf(type), year, day));
  }

  private Uni<DocumentSeries.Issued> next(
      UUID organizationId, String type, FinancialYear year, LocalDate day) {
    return series
        .take(organizationId, type, year)
        .call(taken -> prefixes.take(organizationId, year.id(), taken.seriesId(), taken.prefix()))
        .map(
            taken ->
                new DocumentSeries.Issued(type, year.id(), day, taken.number(), taken.written()));
  }
}
