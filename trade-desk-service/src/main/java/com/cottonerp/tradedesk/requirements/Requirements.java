package com.cottonerp.tradedesk.requirements;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import com.cottonerp.eventing.sql.CurrentSession;
import com.cottonerp.tradedesk.posting.PostingRefusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** All requirements. */
@ApplicationScoped
public class Requirements extends AggregateRepository<Requirement> {
  private static final Set<RequirementStatus> OPEN =
      EnumSet.of(
          RequirementStatus.PENDING_RISK,
          RequirementStatus.DRAFT,
          RequirementStatus.ACTIVE,
          RequirementStatus.PARTIALLY_FULFILLED);

  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("requirement", id).refused();
  }

  /** REQ-2026-000001; numbers of attempts that fail are lost. */
  Uni<String> nextNumber(int year) {
    return CurrentSession.selectOne("SELECT nextval('requirement_number_seq')")
        .map(row -> "REQ-%d-%06d".formatted(year, row[0]));
  }

  /** The same requirement of the same day; the database has the last word. */
  Uni<Void> refuseDuplicate(UUID buyerId, UUID commodityId, RequirementTerms terms, LocalDate day) {
    return find(
            """
            buyerId = ?1 and commodityId = ?2 and terms.quantities.wanted = ?3
            and terms.maxPrice = ?4 and createdDay = ?5 and status in ?6
            and (terms.branchId = ?7 or (?7 is null and terms.branchId is null))\
            """,
            buyerId,
            commodityId,
            terms.quantities().wanted(),
            terms.maxPrice(),
            day,
            OPEN,
            terms.branchId())
        .firstResult()
        .onItem()
        .ifNotNull()
        .invoke(
            same -> {
              throw new PostingRefusal.DuplicateOrder(same.id()).refused();
            })
        .replaceWithVoid();
  }

  /** Whether the buyer of a requirement has the same one of the same day open besides. */
  Uni<Boolean> isPostedAgain(UUID id) {
    return count(
            """
            from Requirement same, Requirement gone
            where gone.id = ?1 and same.id <> gone.id and same.buyerId = gone.buyerId
            and same.commodityId = gone.commodityId and same.terms.quantities.wanted = gone.terms.quantities.wanted
            and same.terms.maxPrice = gone.terms.maxPrice and same.createdDay = gone.createdDay
            and (same.terms.branchId = gone.terms.branchId
                 or (same.terms.branchId is null and gone.terms.branchId is null))
            and same.status in ?2\
            """,
            id,
            OPEN)
        .map(open -> open > 0);
  }

  Uni<List<UUID>> openOf(UUID buyerId) {
    return find(
            "select id from Requirement where buyerId = ?1 and status in ?2 order by id",
            buyerId,
            OPEN)
        .project(UUID.class)
        .list();
  }

  Uni<List<UUID>> overdue(Instant now, int limit) {
    return find(
            """
            select id from Requirement
            where status in ?1 and terms.expiresAt <= ?2 and purchases.committed = ?3
            order by terms.expiresAt\
            """,
            OPEN,
            now,
            BigDecimal.ZERO)
        .project(UUID.class)
        .range(0, limit - 1)
        .list();
  }

  /**
   * Those that an availability may be for: of its place first, then, for an exporter, of other
   * countries; the most generous first.
   *
   * @param pricePerBaseUnit null when the price is to be negotiated
   */
  public Uni<List<Requirement>> wantedOf(
      UUID commodityId,
      PostPlace goods,
      BigDecimal pricePerBaseUnit,
      boolean exports,
      Instant now,
      int limit) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("commodity", commodityId);
    facts.put("price", pricePerBaseUnit == null ? BigDecimal.ZERO : pricePerBaseUnit);
    facts.put("now", now);
    facts.put("reach", Reach.from(goods));
    return wanted("array_overlaps(r.terms.reach, :reach)", facts, limit)
        .chain(
            near ->
                exports
                    ? wanted(
                            "not array_overlaps(r.terms.reach, :reach)", facts, limit - near.size())
                        .map(far -> Stream.concat(near.stream(), far.stream()).toList())
                    : Uni.createFrom().item(near));
  }

  private Uni<List<Requirement>> wanted(String where, Map<String, Object> facts, int limit) {
    return limit <= 0
        ? Uni.createFrom().item(List.of())
        : find(
                """
                from Requirement r
                where r.commodityId = :commodity and r.status in (ACTIVE, PARTIALLY_FULFILLED)
                and r.terms.maxPricePerBaseUnit >= :price and r.terms.expiresAt > :now
                and r.terms.quantities.max > r.purchases.purchased + r.purchases.committed and %s
                order by r.terms.maxPricePerBaseUnit desc, r.id\
                """
                    .formatted(where),
                facts)
            .range(0, limit - 1)
            .list();
  }
}
