package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.tradedesk.matchrequests.MatchRequests;
import com.cottonerp.tradedesk.positions.Positions;
import com.cottonerp.tradedesk.posting.Side;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * What risk says of an offer, and every way in which it ends; always in the caller's transaction.
 * Its position follows it; once it is on offer it asks for matches.
 */
@ApplicationScoped
public class AvailabilityLife {
  private final Availabilities availabilities;
  private final Positions positions;
  private final MatchRequests matches;
  private final Clock clock;

  AvailabilityLife(
      Availabilities availabilities, Positions positions, MatchRequests matches, Clock clock) {
    this.availabilities = availabilities;
    this.positions = positions;
    this.matches = matches;
    this.clock = clock;
  }

  /** Nothing when there is no such offer. */
  public Uni<Void> judged(
      UUID id, String verdict, BigDecimal score, List<String> reasons, Long sequence) {
    return availabilities
        .findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNotNull()
        .transformToUni(
            offer -> {
              offer.judged(verdict, score, reasons, sequence);
              return availabilities.save(offer).call(this::follow);
            })
        .replaceWithVoid();
  }

  Uni<Availability> approve(Availability offer, String by) {
    offer.approve(by);
    return availabilities.save(offer).call(this::follow);
  }

  /** Blocks all open offers of a seller. */
  public Uni<Void> blockAllOf(UUID sellerId, String reason) {
    return availabilities
        .openOf(sellerId)
        .onItem()
        .transformToMulti(Multi.createFrom()::iterable)
        .onItem()
        .transformToUniAndConcatenate(id -> block(id, reason))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> block(UUID id, String reason) {
    return availabilities
        .getToMoveStock(id)
        .chain(
            offer -> {
              // It may have ended while this waited for its row.
              if (!offer.status().isOpen()) {
                return Uni.createFrom().voidItem();
              }
              offer.block(List.of(reason));
              return availabilities.save(offer).call(this::follow).replaceWithVoid();
            });
  }

  Uni<Availability> cancel(Availability offer, String reason) {
    offer.cancel(reason);
    return availabilities.save(offer).call(this::follow);
  }

  /** When its time is over and nothing of it is held. */
  Uni<Void> expire(UUID id) {
    return availabilities
        .getToMoveStock(id)
        .chain(
            offer -> {
              if (!offer.expires(clock.instant())) {
                return Uni.createFrom().voidItem();
              }
              offer.expire();
              return availabilities.save(offer).call(this::follow).replaceWithVoid();
            });
  }

  /** Its position follows; stock that is (again) on offer looks for buyers. */
  Uni<Void> follow(Availability offer) {
    return offer.status() == AvailabilityStatus.ACTIVE
        ? movePosition(offer).chain(() -> matches.request(Side.SELL, offer.id()))
        : movePosition(offer);
  }

  private Uni<Void> movePosition(Availability offer) {
    return offer.status().isOpen()
        ? positions.keepOpen(offer.id(), Side.SELL, offer.openBaseQuantity(), offer.openValue())
        : positions.close(offer.id(), Side.SELL, offer.status().name());
  }
}
