package com.cottonerp.settings.organizations;

import com.cottonerp.defaults.problem.NotFound;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;

/** The document series of all organizations. */
@ApplicationScoped
class DocumentSeriesRepository implements PanacheRepositoryBase<DocumentSeries, UUID> {
  // The row stays locked until the transaction ends: the next transaction gets a rolled-back
  // number, so the numbers have no gap.
  private static final String ISSUE =
      """
      UPDATE document_series
      SET next_number = next_number + 1
      WHERE organization_id = :organization AND document_type = :type AND financial_year_id = :year AND active
      RETURNING id, next_number - 1 AS number, prefix
      """;

  Uni<DocumentSeries> get(UUID organizationId, UUID id) {
    return find("id = ?1 and organizationId = ?2", id, organizationId)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("document series", id).refused());
  }

  Uni<List<DocumentSeries>> of(UUID organizationId) {
    return list("organizationId", Sort.by("id"), organizationId);
  }

  /** Takes the next number. */
  Uni<DocumentSeries.Taken> take(UUID organizationId, String type, FinancialYear year) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(ISSUE, Tuple.class)
                    .setParameter("organization", organizationId)
                    .setParameter("type", type)
                    .setParameter("year", year.id())
                    .getSingleResultOrNull())
        .onItem()
        .ifNull()
        .failWith(() -> new OrganizationRefusal.NoActiveSeries(type, year.name()).refused())
        .map(
            row ->
                new DocumentSeries.Taken(
                    row.get("id", UUID.class),
                    SeriesPrefix.stored(row.get("prefix", String.class)),
                    row.get("number", Number.class).longValue()));
  }

  /** The first number of a new series: from the body, or else by default. */
  Uni<Long> firstNumber(UUID organizationId, DocumentSeries.Body body) {
    if (body.firstNumber() != null) {
      return Uni.createFrom().item(body.firstNumber());
    }
    if (!Boolean.FALSE.equals(body.resetsAnnually())) {
      return Uni.createFrom().item(1L);
    }
    return find(
            "organizationId = ?1 and documentType = ?2",
            Sort.descending("nextNumber"),
            organizationId,
            DocumentSeries.typeOf(body.documentType()))
        .firstResult()
        .map(last -> last == null ? 1L : last.nextNumber);
  }

  Uni<Void> refuseTaken(UUID organizationId, DocumentSeries.Body body, FinancialYear year) {
    String type = DocumentSeries.typeOf(body.documentType());
    return count(
            "organizationId = ?1 and documentType = ?2 and financialYearId = ?3",
            organizationId,
            type,
            year.id())
        .invoke(
            count -> {
              if (count > 0) {
                throw new OrganizationRefusal.SeriesExists(type, year.name()).refused();
              }
            })
        .replaceWithVoid();
  }

  Uni<Void> refuseNumbered(FinancialYear year) {
    return count("financialYearId", year.id())
        .invoke(
            count -> {
              if (count > 0) {
                throw new OrganizationRefusal.FinancialYearInUse(year.name()).refused();
              }
            })
        .replaceWithVoid();
  }
}
