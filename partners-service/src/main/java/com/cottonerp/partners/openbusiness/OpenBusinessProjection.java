package com.cottonerp.partners.openbusiness;

import com.cottonerp.contracts.trade.v1.AvailabilityEvent;
import com.cottonerp.contracts.trade.v1.MatchEvent;
import com.cottonerp.contracts.trade.v1.NegotiationEvent;
import com.cottonerp.contracts.trade.v1.PartnerContactShared;
import com.cottonerp.contracts.trade.v1.PositionChanged;
import com.cottonerp.contracts.trade.v1.PositionClosed;
import com.cottonerp.contracts.trade.v1.PositionOpened;
import com.cottonerp.contracts.trade.v1.RequirementEvent;
import com.cottonerp.contracts.trade.v1.TradeCreated;
import com.cottonerp.contracts.trade.v1.TradeEvent;
import com.cottonerp.contracts.trade.v1.TradeStatusChanged;
import com.cottonerp.eventing.inbox.EventPosition;
import com.cottonerp.eventing.inbox.ReadModel;
import com.cottonerp.eventing.inbox.Routes;
import com.cottonerp.partners.openbusiness.OpenSubject.Key;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps open business up to date. */
@ApplicationScoped
public class OpenBusinessProjection implements ReadModel {
  public static final String NAME = "open-business";

  private static final Set<String> FINAL = Set.of("COMPLETED", "CANCELLED");

  private final OpenBusiness business;
  private final Routes<TradeEvent> routes =
      Routes.from(TradeEvent.TOPIC, TradeEvent.class)
          .on(PositionOpened.class, this::positionOpened)
          .on(PositionClosed.class, (e, at) -> closed(e.positionId(), e.partnerId()))
          .on(TradeStatusChanged.class, this::tradeMoved)
          .on(TradeCreated.class, this::tradeCreated)
          .ignoring(
              PositionChanged.class,
              PartnerContactShared.class,
              AvailabilityEvent.class,
              RequirementEvent.class,
              MatchEvent.class,
              NegotiationEvent.class)
          .complete();

  OpenBusinessProjection(OpenBusiness business) {
    this.business = business;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("open_business");
  }

  @Override
  public Routes<TradeEvent> routes() {
    return routes;
  }

  private Uni<Void> positionOpened(PositionOpened event, EventPosition at) {
    return open(event.position().positionId(), event.position().partnerId(), "POSITION", at);
  }

  private Uni<Void> tradeCreated(TradeCreated event, EventPosition at) {
    return open(event.tradeId(), event.buyerId(), "TRADE", at)
        .chain(() -> open(event.tradeId(), event.sellerId(), "TRADE", at));
  }

  private Uni<Void> tradeMoved(TradeStatusChanged event, EventPosition at) {
    if (FINAL.contains(event.newStatus())) {
      return closed(event.tradeId(), event.buyerId())
          .chain(() -> closed(event.tradeId(), event.sellerId()));
    }
    return open(event.tradeId(), event.buyerId(), "TRADE", at)
        .chain(() -> open(event.tradeId(), event.sellerId(), "TRADE", at));
  }

  private Uni<Void> open(UUID subjectId, UUID partnerId, String kind, EventPosition at) {
    Key key = new Key(subjectId, partnerId);
    return business
        .findById(key)
        .onItem()
        .ifNull()
        .switchTo(() -> business.persist(OpenSubject.of(key, kind, at.occurredAt())))
        .replaceWithVoid();
  }

  private Uni<Void> closed(UUID subjectId, UUID partnerId) {
    return business
        .delete("subjectId = ?1 and partnerId = ?2", subjectId, partnerId)
        .replaceWithVoid();
  }
}
