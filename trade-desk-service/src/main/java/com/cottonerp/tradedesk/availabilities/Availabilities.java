package com.cottonerp.tradedesk.availabilities;

import static java.util.stream.Collectors.toSet;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.eventing.outbox.AggregateRepository;
import com.cottonerp.tradedesk.posting.PostingRefusal;
import com.cottonerp.tradedesk.requirements.Wish;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** All offers. */
@ApplicationScoped
public class Availabilities extends AggregateRepository<Availability> {
  private static final String IN_COUNTRY = "country in :countries";
  private static final String AFFORDABLE = "(pricePerBaseUnit <= :max or pricePerBaseUnit is null)";
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final Set<AvailabilityStatus> OPEN =
      EnumSet.of(
          AvailabilityStatus.PENDING_RISK,
          AvailabilityStatus.PENDING_APPROVAL,
          AvailabilityStatus.ACTIVE,
          AvailabilityStatus.RESERVED);

  /** Refuses with 404 when there is none. */
  public Uni<Availability> get(UUID id) {
    return findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("availability", id).refused());
  }

  /** As {@link #get}, and nobody else moves its stock until the transaction ends. */
  public Uni<Availability> getToMoveStock(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("availability", id).refused());
  }

  /** The same offer of the same day; the database has the last word. */
  Uni<Void> refuseDuplicate(UUID sellerId, AvailabilityBody body, LocalDate day) {
    UUID location = body.place().locationId();
    return find(
            """
            sellerId = ?1 and commodityId = ?2 and total = ?3 and createdDay = ?4 and status in ?5
            and (locationId = ?6 or (?6 is null and locationId is null))""",
            sellerId,
            body.commodityId(),
            body.totalQuantity().setScale(3),
            day,
            OPEN,
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

  /** Whether its seller has the same offer of the same day open besides. */
  Uni<Boolean> isThereAgain(Availability offer) {
    return count(
            """
            from Availability same, Availability gone
            where gone.id = ?1 and same.id <> gone.id and same.sellerId = gone.sellerId
            and same.commodityId = gone.commodityId and same.total = gone.total
            and same.createdDay = gone.createdDay
            and (same.locationId = gone.locationId
                 or (same.locationId is null and gone.locationId is null))
            and same.status in ?2""",
            offer.id(),
            OPEN)
        .map(open -> open > 0);
  }

  /** One row more than asked for, so that the caller knows whether there is more. */
  Uni<List<Availability>> ofSeller(
      UUID sellerId, AvailabilityStatus status, UUID after, int limit) {
    UUID from = after == null ? BEFORE_ALL : after;
    return (status == null
            ? find("sellerId = ?1 and id > ?2 order by id", sellerId, from)
            : find("sellerId = ?1 and id > ?2 and status = ?3 order by id", sellerId, from, status))
        .range(0, limit)
        .list();
  }

  /** All of every seller, for internal users. */
  Uni<List<Availability>> all(AvailabilityStatus status, UUID after, int limit) {
    UUID from = after == null ? BEFORE_ALL : after;
    return (status == null
            ? find("id > ?1 order by id", from)
            : find("id > ?1 and status = ?2 order by id", from, status))
        .range(0, limit)
        .list();
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
            "select id from Availability where status in ?1 and expiresAt <= ?2 and reserved = ?3 order by expiresAt",
            OPEN,
            now,
            BigDecimal.ZERO)
        .project(UUID.class)
        .range(0, limit - 1)
        .list();
  }

  /**
   * Those that may be what a buyer wants, by place and price: the cheapest first, those without a
   * price or a state after them. An importer's goods may lie anywhere.
   *
   * <p>Several plain queries, each of them a range of one index, instead of one with alternatives:
   * with 100 000 open offers that is the difference between a few rows and all of them.
   */
  public Uni<List<Availability>> onOfferFor(Wish wish, boolean imports, Instant now, int limit) {
    Set<String> states =
        wish.places().stream().map(PostPlace::stateCode).filter(Objects::nonNull).collect(toSet());
    boolean anyState = wish.places().stream().anyMatch(place -> place.stateCode() == null);
    String here = anyState ? IN_COUNTRY : IN_COUNTRY + " and stateCode in :states";
    List<String> ranges = new ArrayList<>();
    ranges.add(here + " and pricePerBaseUnit <= :max");
    ranges.add(here + " and pricePerBaseUnit is null");
    if (!anyState) {
      ranges.add(IN_COUNTRY + " and stateCode is null and " + AFFORDABLE);
    }
    if (imports) {
      ranges.add("country not in :countries and " + AFFORDABLE);
    }
    return Multi.createFrom()
        .iterable(ranges)
        .onItem()
        .transformToUniAndConcatenate(range -> candidates(range, wish, states, now, limit))
        .onItem()
        .transformToIterable(found -> found)
        .select()
        .first(limit)
        .collect()
        .asList();
  }

  private Uni<List<Availability>> candidates(
      String range, Wish wish, Set<String> states, Instant now, int limit) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("commodity", wish.commodityId());
    facts.put("now", now);
    facts.put("countries", wish.places().stream().map(PostPlace::country).collect(toSet()));
    if (range.contains(":states")) {
      facts.put("states", states);
    }
    if (range.contains(":max")) {
      facts.put("max", wish.maxPricePerBaseUnit());
    }
    // The status is written out, not bound: the index is on active offers only.
    return find(
            "commodityId = :commodity and status = ACTIVE and "
                + range
                + " and expiresAt > :now order by pricePerBaseUnit, id",
            facts)
        .range(0, limit - 1)
        .list();
  }

  /** All that is on offer of a commodity, the newest first. */
  public Uni<List<Availability>> openOf(UUID commodityId, int limit) {
    return find("commodityId = ?1 and status in ?2 order by id desc", commodityId, OPEN)
        .range(0, limit - 1)
        .list();
  }
}
