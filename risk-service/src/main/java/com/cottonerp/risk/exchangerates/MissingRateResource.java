package com.cottonerp.risk.exchangerates;

import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.eventing.sql.CurrentSession;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/missing-exchange-rates")
@Tag(name = "Exposure")
@RolesAllowed(Permission.ADMIN_VIEW_ALL_DATA)
public class MissingRateResource {
  private static final String MISSING =
      """
      SELECT rate_from, rate_to, CAST(rate_day AS text), CAST(sum(partners) AS bigint), CAST(sum(posts) AS bigint)
      FROM (SELECT rate_from, rate_to, rate_day, 1 AS partners, 0 AS posts FROM waiting_partner
            UNION ALL
            SELECT rate_from, rate_to, rate_day, 0, 1 FROM waiting_post) AS waiting
      WHERE rate_day IS NOT NULL
      GROUP BY 1, 2, 3 ORDER BY 3, 1, 2 LIMIT 200
      """;

  @GET
  @WithSession
  @Operation(
      summary = "Exchange rates for which assessments wait",
      description =
          "The oldest day first, two hundred at most. An exposure waits for one rate at a time: when"
              + " that is set, it may wait for the next.")
  public Uni<Page<MissingRate>> listMissingRates() {
    return CurrentSession.select(MISSING)
        .map(rows -> Page.whole(rows.stream().map(MissingRate::of).toList()));
  }

  /** A rate that settings has not published. */
  public record MissingRate(
      String from,
      String to,
      @Schema(description = "In India; a rate of this day or an earlier one is needed")
          LocalDate day,
      @Schema(description = "How many partners wait for it") long partners,
      @Schema(description = "How many posts and matches wait for it") long posts) {
    static MissingRate of(Object[] row) {
      return new MissingRate(
          (String) row[0],
          (String) row[1],
          LocalDate.parse((String) row[2]),
          (Long) row[3],
          (Long) row[4]);
    }
  }
}
