package com.cottonerp.risk.positions;

import com.cottonerp.contracts.trade.v1.AvailabilityEvent;
import com.cottonerp.contracts.trade.v1.MatchEvent;
import com.cottonerp.contracts.trade.v1.NegotiationEvent;
import com.cottonerp.contracts.trade.v1.PartnerContactShared;
import com.cottonerp.contracts.trade.v1.PositionChanged;
import com.cottonerp.contracts.trade.v1.PositionClosed;
import com.cottonerp.contracts.trade.v1.PositionOpened;
import com.cottonerp.contracts.trade.v1.PositionSnapshot;
import com.cottonerp.contracts.trade.v1.RequirementEvent;
import com.cottonerp.contracts.trade.v1.TradeCreated;
import com.cottonerp.contracts.trade.v1.TradeEvent;
import com.cottonerp.contracts.trade.v1.TradeStatusChanged;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.eventing.inbox.EventPosition;
import com.cottonerp.eventing.inbox.ReadModel;
import com.cottonerp.eventing.inbox.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps positions and past trades up to date. */
@ApplicationScoped
public class PositionsProjection implements ReadModel {
  public static final String NAME = "positions";

  private final OpenPositions positions;
  private final TradeHistory history;
  private final Routes<TradeEvent> routes =
      Routes.from(TradeEvent.TOPIC, TradeEvent.class)
          .on(PositionOpened.class, (e, at) -> keep(e.position(), at))
          .on(PositionChanged.class, (e, at) -> keep(e.position(), at))
          .on(PositionClosed.class, (e, at) -> forget(e))
          .on(TradeCreated.class, (e, at) -> created(e))
          .on(TradeStatusChanged.class, (e, at) -> moved(e))
          .ignoring(
              PartnerContactShared.class,
              AvailabilityEvent.class,
              RequirementEvent.class,
              MatchEvent.class,
              NegotiationEvent.class)
          .complete();

  PositionsProjection(OpenPositions positions, TradeHistory history) {
    this.positions = positions;
    this.history = history;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("open_position", "trade_history");
  }

  @Override
  public Routes<TradeEvent> routes() {
    return routes;
  }

  private Uni<Void> keep(PositionSnapshot snapshot, EventPosition at) {
    return positions
        .findById(snapshot.positionId())
        .map(known -> known == null ? new OpenPosition() : known)
        .call(position -> setDay(position, snapshot, at))
        .invoke(position -> position.replaceWith(snapshot))
        .chain(positions::persist)
        .replaceWithVoid();
  }

  // A position that is opened again keeps the day of its trade. A program of the version before
  // stored no day: the next event of the position adds the day.
  private Uni<Void> setDay(OpenPosition position, PositionSnapshot snapshot, EventPosition at) {
    if (position.tradedOn != null || !"TRADE".equals(snapshot.subjectType())) {
      return Uni.createFrom().voidItem();
    }
    return history
        .findById(snapshot.subjectId())
        .invoke(
            trade ->
                position.tradedOn =
                    trade == null || trade.tradeDate == null
                        ? BusinessDay.of(at.occurredAt())
                        : trade.tradeDate)
        .replaceWithVoid();
  }

  private Uni<Void> forget(PositionClosed event) {
    return positions.delete("positionId", event.positionId()).replaceWithVoid();
  }

  private Uni<Void> created(TradeCreated event) {
    PastTrade trade = new PastTrade();
    trade.tradeId = event.tradeId();
    trade.buyerId = event.buyerId();
    trade.sellerId = event.sellerId();
    trade.commodityId = event.commodityId();
    trade.tradeDate = event.tradeDate();
    trade.status = "ACTIVE";
    return history.persist(trade).replaceWithVoid();
  }

  private Uni<Void> moved(TradeStatusChanged event) {
    return history
        .findById(event.tradeId())
        .onItem()
        .ifNotNull()
        .invoke(
            trade -> {
              trade.status = event.newStatus();
              trade.disputed |= "DISPUTED".equals(event.newStatus());
            })
        .replaceWithVoid();
  }
}
