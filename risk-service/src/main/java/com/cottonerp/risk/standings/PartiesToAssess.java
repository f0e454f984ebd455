package com.cottonerp.risk.standings;

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
import com.cottonerp.eventing.inbox.Projection;
import com.cottonerp.eventing.inbox.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Assesses the parties of a trade that begins, moves on or ends. No read model; never rebuilt. */
@ApplicationScoped
public class PartiesToAssess implements Projection {
  private final AssessPartnerHandler handler;
  private final Routes<TradeEvent> routes;

  PartiesToAssess(AssessPartnerHandler handler) {
    this.handler = handler;
    routes =
        Routes.from(TradeEvent.TOPIC, TradeEvent.class)
            .on(PositionOpened.class, (e, at) -> position(e.position()))
            .on(PositionChanged.class, (e, at) -> position(e.position()))
            .on(PositionClosed.class, (e, at) -> handler.assess(e.partnerId()))
            .on(
                TradeStatusChanged.class,
                (e, at) -> handler.assess(e.buyerId()).chain(() -> handler.assess(e.sellerId())))
            .ignoring(
                TradeCreated.class,
                PartnerContactShared.class,
                AvailabilityEvent.class,
                RequirementEvent.class,
                MatchEvent.class,
                NegotiationEvent.class)
            .complete();
  }

  /** A post binds to nothing. */
  private Uni<Void> position(PositionSnapshot position) {
    return "TRADE".equals(position.subjectType())
        ? handler.assess(position.partnerId())
        : Uni.createFrom().voidItem();
  }

  @Override
  public String name() {
    return "parties-to-assess";
  }

  @Override
  public Routes<TradeEvent> routes() {
    return routes;
  }
}
