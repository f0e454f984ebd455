package com.cottonerp.tradedesk.requirements;

import com.cottonerp.tradedesk.matchrequests.MatchRequests;
import com.cottonerp.tradedesk.positions.Positions;
import com.cottonerp.tradedesk.posting.PostContext;
import com.cottonerp.tradedesk.posting.Side;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What risk says of a requirement, what is bought for it, and every way in which it ends; always in
 * the caller's transaction. Its position follows it; once it is wanted it asks for matches.
 */
@ApplicationScoped
public class RequirementLife {
  private final Requirements requirements;
  private final Positions positions;
  private final MatchRequests matches;
  private final PostContext context;
  private final Clock clock;

  RequirementLife(
      Requirements requirements,
      Positions positions,
      MatchRequests matches,
      PostContext context,
      Clock clock) {
    this.requirements = requirements;
    this.context = context;
    this.positions = positions;
    this.matches = matches;
    this.clock = clock;
  }

  /** Nothing when there is no such requirement. */
  public Uni<Void> judged(
      UUID id, String verdict, BigDecimal score, List<String> reasons, Long sequence) {
    return requirements
        .findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNotNull()
        .transformToUni(
            wish -> {
              wish.judged(verdict, score, reasons, sequence);
              return requirements.save(wish).call(this::follow);
            })
        .replaceWithVoid();
  }

  Uni<Requirement> publish(Requirement wish) {
    wish.publish();
    return requirements.save(wish).call(this::follow);
  }

  /** Blocks all open requirements of a buyer. */
  public Uni<Void> blockAllOf(UUID buyerId, String reason) {
    return requirements
        .openOf(buyerId)
        .onItem()
        .transformToMulti(Multi.createFrom()::iterable)
        .onItem()
        .transformToUniAndConcatenate(id -> block(id, reason))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> block(UUID id, String reason) {
    return requirements
        .getToBuy(id)
        .chain(
            wish -> {
              // It may have ended while this waited for its row.
              if (!wish.status().isOpen()) {
                return Uni.createFrom().voidItem();
              }
              wish.block(List.of(reason));
              return requirements.save(wish).call(this::follow).replaceWithVoid();
            });
  }

  /** The parties agreed on so much: refuses more than is still wanted. */
  public Uni<Void> commit(UUID id, BigDecimal quantity) {
    return requirements
        .getToBuy(id)
        .invoke(wish -> wish.commit(quantity))
        .chain(requirements::save)
        .replaceWithVoid();
  }

  /** The agreement lapsed: what it was for is wanted again, unless the requirement ended. */
  public Uni<Void> uncommit(UUID id, BigDecimal quantity) {
    return requirements
        .getToBuy(id)
        .chain(
            wish ->
                wish.uncommit(quantity)
                    ? requirements.save(wish).chain(this::follow)
                    : requirements.save(wish).replaceWithVoid());
  }

  /** A trade was made of what was agreed upon. */
  public Uni<Void> bought(UUID id, BigDecimal quantity, UUID tradeId) {
    return requirements
        .getToBuy(id)
        .invoke(wish -> wish.bought(quantity, tradeId))
        .chain(requirements::save)
        .call(this::movePosition)
        .replaceWithVoid();
  }

  /**
   * The trade is cancelled: what it was for is wanted again, unless the requirement ended or its
   * buyer may not trade any more.
   */
  public Uni<Void> notBoughtAfterAll(UUID id, BigDecimal quantity) {
    return requirements
        .getToBuy(id)
        .chain(
            wish ->
                givesWayTo(wish)
                    .map(why -> wish.notBoughtAfterAll(quantity, why.orElse(null)))
                    .chain(
                        wanted ->
                            wanted
                                ? blockUnlessTrading(wish)
                                    .chain(() -> requirements.save(wish))
                                    .chain(this::follow)
                                : requirements.save(wish).replaceWithVoid()));
  }

  /** What its buyer posted since; empty when it may be open besides. */
  private Uni<Optional<String>> givesWayTo(Requirement wish) {
    return requirements
        .isThereAgain(wish)
        .chain(
            again ->
                again
                    ? Uni.createFrom().item(Optional.of("POSTED_AGAIN"))
                    : positions
                        .isCircular(wish.buyerId(), wish.commodityId(), Side.BUY)
                        .map(
                            circular ->
                                circular ? Optional.of("CIRCULAR_TRADING") : Optional.empty()));
  }

  private Uni<Void> blockUnlessTrading(Requirement wish) {
    return context
        .whyNot(wish.buyerId())
        .invoke(reason -> reason.ifPresent(why -> wish.block(List.of(why))))
        .replaceWithVoid();
  }

  Uni<Requirement> cancel(Requirement wish, String reason) {
    wish.cancel(reason);
    return requirements.save(wish).call(this::follow);
  }

  /** When its time is over. */
  Uni<Void> expire(UUID id) {
    return requirements
        .getToBuy(id)
        .chain(
            wish -> {
              if (!wish.expires(clock.instant())) {
                return Uni.createFrom().voidItem();
              }
              wish.expire();
              return requirements.save(wish).call(this::follow).replaceWithVoid();
            });
  }

  private Uni<Void> follow(Requirement wish) {
    return wish.status().isWanted()
        ? movePosition(wish).chain(() -> matches.request(Side.BUY, wish.id()))
        : movePosition(wish);
  }

  private Uni<Void> movePosition(Requirement wish) {
    return wish.status().isOpen()
        ? positions.keepOpen(wish.id(), Side.BUY, wish.openBaseQuantity(), wish.openValue())
        : positions.close(wish.id(), Side.BUY, wish.status().name());
  }
}
