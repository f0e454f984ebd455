package com.cottonerp.partners.overview;

import com.cottonerp.defaults.sources.BusinessDay;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts in the database, one query each. */
@ApplicationScoped
class DashboardQueries {
  private static final String STATUS =
      "SELECT lower(status) AS name, count(*) AS count FROM business_partner GROUP BY 1 ORDER BY 1";
  private static final String ENTITY_CLASS =
      """
      SELECT lower(entity_class) AS name, count(*) AS count FROM business_partner GROUP BY 1 ORDER BY 1
      """;
  private static final String KYC =
      "SELECT lower(kyc_status) AS name, count(*) AS count FROM business_partner GROUP BY 1 ORDER BY 1";
  private static final String EXPIRING =
      """
      SELECT 'expiring' AS name, count(*) AS count FROM business_partner
      WHERE kyc_status = 'VERIFIED' AND status <> 'INACTIVE' AND kyc_expires_on BETWEEN :today AND :last
      """;
  private static final String RISK =
      """
      SELECT coalesce(standing.category, 'NOT_ASSESSED') AS name, count(*) AS count
      FROM business_partner partner LEFT JOIN risk_standing standing ON standing.partner_id = partner.id
      GROUP BY 1 ORDER BY 1
      """;
  private static final String STATES =
      """
      SELECT state AS name, count(*) AS count FROM business_partner WHERE state IS NOT NULL
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10
      """;
  private static final String MONTHS =
      """
      SELECT to_char(month, 'YYYY-MM') AS name, count(partner.id) AS count
      FROM generate_series(date_trunc('month', CAST(:today AS timestamp)) - interval '11 months',
                           date_trunc('month', CAST(:today AS timestamp)), interval '1 month') AS month
      LEFT JOIN business_partner partner
             ON date_trunc('month', partner.approved_at AT TIME ZONE 'UTC') = month
      GROUP BY month ORDER BY month
      """;

  private final Clock clock;

  DashboardQueries(Clock clock) {
    this.clock = clock;
  }

  Uni<Dashboard> count() {
    LocalDate today = BusinessDay.today(clock);
    return counts(STATUS, Map.of())
        .chain(
            status ->
                counts(ENTITY_CLASS, Map.of()).chain(classes -> restOf(today, status, classes)));
  }

  private Uni<Dashboard> restOf(
      LocalDate today, Map<String, Long> status, Map<String, Long> classes) {
    Map<String, Long> kyc = new LinkedHashMap<>();
    Map<String, Long> expiring = new LinkedHashMap<>();
    Map<String, Long> risk = new LinkedHashMap<>();
    Map<String, Long> states = new LinkedHashMap<>();
    return counts(KYC, Map.of())
        .invoke(kyc::putAll)
        .chain(() -> counts(EXPIRING, Map.of("today", today, "last", today.plusDays(30))))
        .invoke(expiring::putAll)
        .chain(() -> counts(RISK, Map.of()))
        .invoke(risk::putAll)
        .chain(() -> counts(STATES, Map.of()))
        .invoke(states::putAll)
        .chain(() -> counts(MONTHS, Map.of("today", today.atStartOfDay())))
        .map(
            months ->
                new Dashboard(
                    status.values().stream().mapToLong(Long::longValue).sum(),
                    status,
                    classes,
                    kyc,
                    expiring.get("expiring"),
                    risk,
                    states,
                    months));
  }

  private static Uni<Map<String, Long>> counts(String sql, Map<String, Object> parameters) {
    return Panache.getSession()
        .chain(
            session -> {
              var query = session.createNativeQuery(sql, Tuple.class);
              parameters.forEach(query::setParameter);
              return query.getResultList();
            })
        .map(
            rows -> {
              Map<String, Long> counts = new LinkedHashMap<>();
              rows.forEach(
                  row ->
                      counts.put(
                          row.get("name", String.class),
                          row.get("count", Number.class).longValue()));
              return counts;
            });
  }
}
