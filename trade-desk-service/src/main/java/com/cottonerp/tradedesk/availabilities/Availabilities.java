package com.cottonerp.tradedesk.availabilities;

import static java.util.stream.Collectors.toSet;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.eventing.outbox.AggregateRepository;
import com.cottonerp.tradedesk.posting.PostingRefusal;
import com.cottonerp.tradedesk.requirements.Wish;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** All offers. */
@ApplicationScoped
public class Availabilities extends AggregateRepository<Availability> {
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
        .failWith(() -> new AvailabilityRefusal.NotVisible(id).refused());
  }

  /** As {@link #get}, and nobody else moves its stock until the transaction ends. */
  public Uni<Availability> getToMoveStock(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new AvailabilityRefusal.NotVisible(id).refused());
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
    return find("select id from Availability where sellerId = ?1 and status in ?2", sellerId, OPEN)
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
   * Those that may be what a buyer wants, by country, state and price: the cheapest first, those to
   * be negotiated last. An importer's goods may lie anywhere.
   */
  public Uni<List<Availability>> onOfferFor(Wish wish, boolean imports, Instant now, int limit) {
    Set<String> countries = wish.places().stream().map(PostPlace::country).collect(toSet());
    Set<String> states =
        wish.places().stream().map(PostPlace::stateCode).filter(Objects::nonNull).collect(toSet());
    boolean anyState = wish.places().stream().anyMatch(place -> place.stateCode() == null);
    return find(
            """
            commodityId = ?1 and status = ?2 and (pricePerBaseUnit <= ?3 or pricePerBaseUnit is null)
            and ((country in ?4 and (?5 = true or stateCode in ?6 or stateCode is null))
                 or (?7 = true and country not in ?4))
            and expiresAt > ?8
            order by pricePerBaseUnit, id""",
            wish.commodityId(),
            AvailabilityStatus.ACTIVE,
            wish.maxPricePerBaseUnit(),
            countries,
            anyState,
            states.isEmpty() ? Set.of("") : states,
            imports,
            now)
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
