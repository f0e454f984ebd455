package com.cottonerp.tradedesk.posting;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A page of rows that have a status, by id; in the caller's session. A page has one row more than
 * the limit, so that the caller knows whether there is a next page. Thread-safe.
 *
 * @param status null for every status
 * @param after the last id of the page before; null for the first page
 */
public record StatusPage(Enum<?> status, UUID after, int limit) {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /**
   * @param isTheirs an HQL condition on {@code :partner}
   */
  public <A> Uni<List<A>> of(PanacheRepositoryBase<A, UUID> rows, String isTheirs, UUID partnerId) {
    return find(rows, "(" + isTheirs + ") and ", Map.of("partner", partnerId));
  }

  /** Rows of every partner, for internal users. */
  public <A> Uni<List<A>> ofAll(PanacheRepositoryBase<A, UUID> rows) {
    return find(rows, "", Map.of());
  }

  // WHY not "status = :status or :status is null": one plan would serve both cases badly.
  private <A> Uni<List<A>> find(
      PanacheRepositoryBase<A, UUID> rows, String condition, Map<String, Object> partner) {
    Map<String, Object> parameters = new HashMap<>(partner);
    parameters.put("after", after == null ? BEFORE_ALL : after);
    if (status != null) {
      parameters.put("status", status);
    }
    return rows.find(
            condition
                + "id > :after"
                + (status == null ? "" : " and status = :status")
                + " order by id",
            parameters)
        .range(0, limit)
        .list();
  }
}
