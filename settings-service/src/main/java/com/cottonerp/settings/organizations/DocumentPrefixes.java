package com.cottonerp.settings.organizations;

import com.cottonerp.eventing.sql.CurrentSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Whose prefix is whose: no two documents of an organization have the same number in one financial
 * year, whatever their types. In the caller's transaction.
 */
@ApplicationScoped
class DocumentPrefixes {
  private static final String TAKE =
      """
      INSERT INTO document_prefix (organization_id, financial_year_id, prefix, series_id)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT (organization_id, financial_year_id, prefix) DO NOTHING
      """;
  private static final String OWNER =
      """
      SELECT series.id, series.document_type
      FROM document_prefix AS taken JOIN document_series AS series ON series.id = taken.series_id
      WHERE taken.organization_id = $1 AND taken.financial_year_id = $2 AND taken.prefix = $3
      """;

  /** Refuses with 409 when the prefix is, or was, that of another series of the year. */
  Uni<Void> take(DocumentSeries series, SeriesPrefix prefix) {
    return take(series.organizationId, series.financialYearId, series.id, prefix);
  }

  /** As the other one: also of a series that a program of the version before made. */
  Uni<Void> take(UUID organizationId, UUID yearId, UUID seriesId, SeriesPrefix prefix) {
    return CurrentSession.update(TAKE, organizationId, yearId, prefix.key(), seriesId)
        .chain(() -> mustBeOf(organizationId, yearId, seriesId, prefix));
  }

  private Uni<Void> mustBeOf(UUID organizationId, UUID yearId, UUID seriesId, SeriesPrefix prefix) {
    return CurrentSession.selectOne(OWNER, organizationId, yearId, prefix.key())
        .invoke(
            owner -> {
              if (owner == null || !seriesId.equals(owner[0])) {
                throw new OrganizationRefusal.PrefixTaken(
                        prefix.written(), owner == null ? "nobody" : (String) owner[1])
                    .refused();
              }
            })
        .replaceWithVoid();
  }
}
