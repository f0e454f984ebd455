package com.cottonerp.tradedesk.availabilities;

import static java.util.stream.Collectors.toSet;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import com.cottonerp.tradedesk.posting.PostingRefusal;
import com.cottonerp.tradedesk.requirements.RequirementFacts;
import com.cottonerp.tradedesk.requirements.SearchArea;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** All availabilities. */
@ApplicationScoped
public class Availabilities extends AggregateRepository<Availability> {
  private static final String IN_COUNTRY = "terms.country in :countries";
  private static final String AFFORDABLE =
      "(terms.pricePerBaseUnit <= :max or terms.pricePerBaseUnit is null)";
  private static final Set<AvailabilityStatus> OPEN =
      EnumSet.of(
          AvailabilityStatus.PENDING_RISK,
          AvailabilityStatus.PENDING_APPROVAL,
          AvailabilityStatus.ACTIVE,
          AvailabilityStatus.RESERVED);

  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("availability", id).refused();
  }

  /**
   * The same availability of the same day; the database has the last word. WHY the statuses are
   * written out: Hibernate plans a query with a list of values anew each time.
   */
  Uni<Void> refuseDuplicate(UUID sellerId, AvailabilityBody body, LocalDate day) {
    UUID location = body.place().locationId();
    return find(
            """
            sellerId = ?1 and commodityId = ?2 and stock.total = ?3 and createdDay = ?4
            and status in (PENDING_RISK, PENDING_APPROVAL, ACTIVE, RESERVED)
            and (terms.locationId = ?5 or (?5 is null and terms.locationId is null))""",
            sellerId,
            body.commodityId(),
            body.total(),
            day,
            location)
        .firstResult()
        .onItem()
        .ifNotNull()
        .invoke(
            same -> {
              throw new PostingRefusal.DuplicateOrder(same.id()).refused();
            })
        .replaceWithVoid();
  }

  /** Whether the seller of an availability has the same one of the same day open besides. */
  Uni<Boolean> isPostedAgain(UUID id) {
    return count(
            """
            from Availability same, Availability gone
            where gone.id = ?1 and same.id <> gone.id and same.sellerId = gone.sellerId
            and same.commodityId = gone.commodityId and same.stock.total = gone.stock.total
            and same.createdDay = gone.createdDay
            and (same.terms.locationId = gone.terms.locationId
                 or (same.terms.locationId is null and gone.terms.locationId is null))
            and same.status in ?2\
            """,
            id,
            OPEN)
        .map(open -> open > 0);
  }

  Uni<List<UUID>> openOf(UUID sellerId) {
    return find(
            "select id from Availability where sellerId = ?1 and status in ?2 order by id",
            sellerId,
            OPEN)
        .project(UUID.class)
        .list();
  }

  Uni<List<UUID>> overdue(Instant now, int limit) {
    return find(
            "select id from Availability where status in ?1 and terms.expiresAt <= ?2 and"
                + " stock.reserved = ?3 order by terms.expiresAt",
            OPEN,
            now,
            BigDecimal.ZERO)
        .project(UUID.class)
        .range(0, limit - 1)
        .list();
  }

  /**
   * Those that may be what a buyer wants, by place and price: first what lies within the distance
   * that the buyer gave, then of the states of its places; the cheapest first, those without a
   * price or a state after them. An importer's goods may lie anywhere.
   *
   * <p>Several plain queries, each of them a range of one index, instead of one with alternatives:
   * with 100 000 open availabilities that is the difference between a few rows and all of them.
   */
  public Uni<List<Availability>> onOfferFor(
      RequirementFacts requirement, boolean imports, Instant now, int limit) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("commodity", requirement.commodityId());
    facts.put("now", now);
    facts.put("max", requirement.terms().maxPricePerBaseUnit());
    facts.put("states", requirement.terms().searchArea().states());
    facts.put("cells", requirement.terms().searchArea().cells());
    facts.put(
        "countries",
        requirement.terms().places().stream().map(PostPlace::country).collect(toSet()));
    return Multi.createFrom()
        .iterable(ranges(requirement.terms().searchArea(), imports))
        .onItem()
        .transformToUniAndConcatenate(range -> candidates(range, facts, limit))
        .onItem()
        .transformToIterable(found -> found)
        .select()
        .distinct()
        .select()
        .first(limit)
        .collect()
        .asList();
  }

  private static List<String> ranges(SearchArea area, boolean imports) {
    List<String> ranges = new ArrayList<>();
    if (area.anywhere()) {
      ranges.add(IN_COUNTRY + " and terms.pricePerBaseUnit <= :max");
      ranges.add(IN_COUNTRY + " and terms.pricePerBaseUnit is null");
    } else {
      if (!area.cells().isEmpty()) {
        ranges.add(IN_COUNTRY + " and terms.cell in :cells and terms.pricePerBaseUnit <= :max");
      }
      String here = IN_COUNTRY + " and terms.stateCode in :states";
      ranges.add(here + " and terms.pricePerBaseUnit <= :max");
      if (!area.cells().isEmpty()) {
        ranges.add(IN_COUNTRY + " and terms.cell in :cells and terms.pricePerBaseUnit is null");
      }
      ranges.add(here + " and terms.pricePerBaseUnit is null");
      ranges.add(IN_COUNTRY + " and terms.stateCode is null and " + AFFORDABLE);
    }
    if (imports) {
      ranges.add("terms.country not in :countries and " + AFFORDABLE);
    }
    return ranges;
  }

  private Uni<List<Availability>> candidates(String range, Map<String, Object> facts, int limit) {
    // The status is written out, not bound: the index is on active availabilities only.
    String query =
        "commodityId = :commodity and status = ACTIVE and "
            + range
            + " and terms.expiresAt > :now order by terms.pricePerBaseUnit, id";
    Map<String, Object> asked = new HashMap<>(facts);
    asked.keySet().removeIf(name -> !query.contains(":" + name));
    return find(query, asked).range(0, limit - 1).list();
  }

  /** All that is open of a commodity, the newest first. */
  public Uni<List<Availability>> openOf(UUID commodityId, int limit) {
    return find("commodityId = ?1 and status in ?2 order by id desc", commodityId, OPEN)
        .range(0, limit - 1)
        .list();
  }
}
