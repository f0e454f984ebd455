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
import com.cottonerp.defaults.jobs.OneByOne;
import com.cottonerp.eventing.inbox.EventPosition;
import com.cottonerp.eventing.inbox.Projection;
import com.cottonerp.eventing.inbox.Routes;
import com.cottonerp.risk.assessment.OpenPairs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Assesses the parties of a trade that begins, moves on or ends. No read model; never rebuilt. */
@ApplicationScoped
public class PartiesToAssess implements Projection {
  private final AssessPartner handler;
  private final OpenPairs pairs;
  private final Routes<TradeEvent> routes;

  PartiesToAssess(AssessPartner handler, OpenPairs pairs) {
    this.handler = handler;
    this.pairs = pairs;
    routes =
        Routes.from(TradeEvent.TOPIC, TradeEvent.class)
            .on(
                PositionOpened.class,
                e -> isOfTrade(e.position()),
                (e, at) -> assess(List.of(e.position().partnerId()), at))
            .on(
                PositionChanged.class,
                e -> isOfTrade(e.position()),
                (e, at) -> assess(List.of(e.position().partnerId()), at))
            .on(PositionClosed.class, (e, at) -> assess(List.of(e.partnerId()), at))
            .on(TradeStatusChanged.class, (e, at) -> assess(List.of(e.buyerId(), e.sellerId()), at))
            .ignoring(
                TradeCreated.class,
                PartnerContactShared.class,
                AvailabilityEvent.class,
                RequirementEvent.class,
                MatchEvent.class,
                NegotiationEvent.class)
            .complete();
  }

  /** A post is no exposure. */
  private static boolean isOfTrade(PositionSnapshot position) {
    return "TRADE".equals(position.subjectType());
  }

  /** Assesses the partners, then their open pairs: a pair is judged by the state of both. */
  private Uni<Void> assess(List<UUID> partnerIds, EventPosition at) {
    return OneByOne.each(partnerIds, handler::assess)
        .chain(() -> pairs.assessAgain(partnerIds, at.eventId()));
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
