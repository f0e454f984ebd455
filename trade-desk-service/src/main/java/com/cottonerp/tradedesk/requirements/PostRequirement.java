package com.cottonerp.tradedesk.requirements;

import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.tradedesk.positions.Position;
import com.cottonerp.tradedesk.positions.Positions;
import com.cottonerp.tradedesk.posting.Actor;
import com.cottonerp.tradedesk.posting.Side;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A buyer posts a requirement. It waits for risk; its position is open from now on. */
@ApplicationScoped
class PostRequirement {
  private static final Duration OPEN_FOR = Duration.ofDays(30);

  private final RequirementTermsCheck terms;
  private final Requirements requirements;
  private final Positions positions;
  private final IdSource ids;
  private final Clock clock;

  PostRequirement(
      RequirementTermsCheck terms,
      Requirements requirements,
      Positions positions,
      IdSource ids,
      Clock clock) {
    this.terms = terms;
    this.requirements = requirements;
    this.positions = positions;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<Requirement> post(Actor by, RequirementBody body) {
    UUID buyerId = by.partnerId();
    Instant now = clock.instant();
    LocalDate today = BusinessDay.of(now);
    Requirement.Posting posting = new Requirement.Posting(ids.next(), by, body.commodityId(), now);
    return terms
        .check(buyerId, body, now.plus(OPEN_FOR))
        .call(checked -> positions.refuseCircular(buyerId, checked.commodity(), Side.BUY))
        .call(
            checked ->
                requirements.refuseDuplicate(buyerId, body.commodityId(), checked.terms(), today))
        .chain(
            checked ->
                requirements
                    .nextNumber(today.getYear())
                    .map(
                        number ->
                            Requirement.post(
                                posting, number, checked.terms(), body.isToBePublished())))
        .chain(requirements::save)
        .call(this::openPosition);
  }

  private Uni<Position> openPosition(Requirement requirement) {
    RequirementFacts facts = requirement.facts();
    return positions.open(
        new Position.Subject(
            Position.SubjectType.REQUIREMENT,
            facts.id(),
            facts.buyerId(),
            Side.BUY,
            facts.commodityId(),
            facts.measure().baseUnit()),
        facts.openBaseQuantity(),
        facts.openValue());
  }
}
