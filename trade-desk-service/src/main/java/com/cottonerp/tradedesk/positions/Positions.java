package com.cottonerp.tradedesk.positions;

import com.cottonerp.contracts.Money;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import com.cottonerp.eventing.sql.CurrentSession;
import com.cottonerp.tradedesk.commoditycatalog.CatalogEntry;
import com.cottonerp.tradedesk.commoditycatalog.CommodityCatalog;
import com.cottonerp.tradedesk.posting.PostingRefusal;
import com.cottonerp.tradedesk.posting.Side;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All positions; always in the caller's transaction. */
@ApplicationScoped
public class Positions extends AggregateRepository<Position> {
  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("position", id).refused();
  }

  // Until the end of the transaction: two posts on opposite sides do not pass the guard together.
  private static final String LOCK =
      "SELECT CAST(pg_advisory_xact_lock(hashtextextended($1::text, 0)) AS text)";

  private final CommodityCatalog catalog;

  Positions(CommodityCatalog catalog) {
    this.catalog = catalog;
  }

  public Uni<Position> open(Position.Subject subject, BigDecimal quantity, Money value) {
    return save(Position.open(subject, quantity, value));
  }

  /** Opens a closed position again, such as after a cancelled trade. */
  public Uni<Void> keepOpen(UUID subjectId, Side side, BigDecimal quantity, Money value) {
    return findById(Position.idOf(subjectId, side))
        .invoke(position -> position.keepOpen(quantity, value))
        .chain(this::save)
        .replaceWithVoid();
  }

  public Uni<Void> close(UUID subjectId, Side side, String reason) {
    return findById(Position.idOf(subjectId, side))
        .invoke(position -> position.close(reason))
        .chain(this::save)
        .replaceWithVoid();
  }

  /**
   * Refuses a post while posts of the partner on the other side of the commodity are unsettled,
   * unless the commodity allows it. The first line of the circular rule; risk is the second.
   */
  public Uni<Void> refuseCircular(UUID partnerId, CatalogEntry commodity, Side side) {
    if (!commodity.circularTradingBlocked()) {
      return Uni.createFrom().voidItem();
    }
    return unsettled(partnerId, commodity.commodityId(), side.opposite())
        .invoke(
            unsettled -> {
              if (!unsettled.isEmpty()) {
                throw new PostingRefusal.CircularTrading(
                        side.opposite(), unsettled.stream().map(Position::subjectId).toList())
                    .refused();
              }
            })
        .replaceWithVoid();
  }

  /** Whether {@link #refuseCircular} would refuse; also when the commodity is not known (yet). */
  private Uni<Boolean> isCircular(UUID partnerId, UUID commodityId, Side side) {
    return catalog
        .findById(commodityId)
        .chain(
            commodity ->
                commodity != null && !commodity.circularTradingBlocked()
                    ? Uni.createFrom().item(false)
                    : unsettled(partnerId, commodityId, side.opposite())
                        .map(unsettled -> !unsettled.isEmpty()));
  }

  /**
   * What the owner of a post did since the post was open, and why the post may not be open again;
   * empty when nothing is in the way.
   *
   * @param postedAgain whether the owner has another open post of the same goods
   */
  public Uni<Optional<String>> obstacle(
      boolean postedAgain, UUID partnerId, UUID commodityId, Side side) {
    return postedAgain
        ? Uni.createFrom().item(Optional.of("POSTED_AGAIN"))
        : isCircular(partnerId, commodityId, side)
            .map(is -> is ? Optional.of("CIRCULAR_TRADING") : Optional.empty());
  }

  /**
   * Until the transaction ends, no other transaction opens a position of the partner in this
   * commodity.
   */
  private Uni<List<Position>> unsettled(UUID partnerId, UUID commodityId, Side side) {
    return CurrentSession.selectOne(LOCK, partnerId + "/" + commodityId)
        .chain(
            locked ->
                list(
                    "partnerId = ?1 and commodityId = ?2 and side = ?3 and open and subjectType <>"
                        + " ?4",
                    partnerId,
                    commodityId,
                    side,
                    Position.SubjectType.TRADE));
  }
}
