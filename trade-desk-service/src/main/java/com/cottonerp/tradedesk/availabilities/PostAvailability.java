package com.cottonerp.tradedesk.availabilities;

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

/** A seller posts an availability. It waits for risk; its position is open from now on. */
@ApplicationScoped
class PostAvailability {
  private static final Duration OPEN_FOR = Duration.ofDays(30);

  private final AvailabilityTermsCheck terms;
  private final Availabilities availabilities;
  private final Positions positions;
  private final IdSource ids;
  private final Clock clock;

  PostAvailability(
      AvailabilityTermsCheck terms,
      Availabilities availabilities,
      Positions positions,
      IdSource ids,
      Clock clock) {
    this.terms = terms;
    this.availabilities = availabilities;
    this.positions = positions;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<Availability> post(Actor by, AvailabilityBody body) {
    UUID sellerId = by.partnerId();
    Instant now = clock.instant();
    LocalDate today = BusinessDay.of(now);
    Availability.Posting posting =
        new Availability.Posting(ids.next(), by, body.commodityId(), now);
    return terms
        .check(sellerId, body, now.plus(OPEN_FOR))
        .call(checked -> positions.refuseCircular(sellerId, checked.commodity(), Side.SELL))
        .call(() -> availabilities.refuseDuplicate(sellerId, body, today))
        .map(
            checked ->
                Availability.post(posting, body.total(), checked.terms(), checked.approvalNeeded()))
        .chain(availabilities::save)
        .call(this::openPosition);
  }

  private Uni<Position> openPosition(Availability availability) {
    AvailabilityFacts facts = availability.facts();
    return positions.open(
        new Position.Subject(
            Position.SubjectType.AVAILABILITY,
            facts.id(),
            facts.sellerId(),
            Side.SELL,
            facts.commodityId(),
            facts.measure().baseUnit()),
        facts.openBaseQuantity(),
        facts.openValue());
  }
}
