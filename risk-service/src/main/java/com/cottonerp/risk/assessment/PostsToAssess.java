package com.cottonerp.risk.assessment;

import com.cottonerp.contracts.trade.v1.AvailabilityActivated;
import com.cottonerp.contracts.trade.v1.AvailabilityBlocked;
import com.cottonerp.contracts.trade.v1.AvailabilityCancelled;
import com.cottonerp.contracts.trade.v1.AvailabilityExpired;
import com.cottonerp.contracts.trade.v1.AvailabilityPosted;
import com.cottonerp.contracts.trade.v1.AvailabilityReleased;
import com.cottonerp.contracts.trade.v1.AvailabilityReserved;
import com.cottonerp.contracts.trade.v1.AvailabilitySold;
import com.cottonerp.contracts.trade.v1.AvailabilityUpdated;
import com.cottonerp.contracts.trade.v1.MatchCleared;
import com.cottonerp.contracts.trade.v1.MatchExpired;
import com.cottonerp.contracts.trade.v1.MatchProposed;
import com.cottonerp.contracts.trade.v1.MatchRejected;
import com.cottonerp.contracts.trade.v1.NegotiationAccepted;
import com.cottonerp.contracts.trade.v1.NegotiationExpired;
import com.cottonerp.contracts.trade.v1.NegotiationOfferMade;
import com.cottonerp.contracts.trade.v1.NegotiationRejected;
import com.cottonerp.contracts.trade.v1.NegotiationStarted;
import com.cottonerp.contracts.trade.v1.PartnerContactShared;
import com.cottonerp.contracts.trade.v1.PositionEvent;
import com.cottonerp.contracts.trade.v1.RequirementBlocked;
import com.cottonerp.contracts.trade.v1.RequirementCancelled;
import com.cottonerp.contracts.trade.v1.RequirementCreated;
import com.cottonerp.contracts.trade.v1.RequirementExpired;
import com.cottonerp.contracts.trade.v1.RequirementFulfilled;
import com.cottonerp.contracts.trade.v1.RequirementPartiallyFulfilled;
import com.cottonerp.contracts.trade.v1.RequirementPublished;
import com.cottonerp.contracts.trade.v1.RequirementUpdated;
import com.cottonerp.contracts.trade.v1.TradeCreated;
import com.cottonerp.contracts.trade.v1.TradeEvent;
import com.cottonerp.contracts.trade.v1.TradeStatusChanged;
import com.cottonerp.eventing.inbox.Projection;
import com.cottonerp.eventing.inbox.Routes;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Assesses every new or changed post, and every proposed pair. Not a read model: publishes a
 * verdict once for each event that asks for one.
 */
@ApplicationScoped
public class PostsToAssess implements Projection {
  private final Routes<TradeEvent> routes;

  PostsToAssess(AssessPost handler, AssessPair pairs, OpenPairs open) {
    routes =
        Routes.from(TradeEvent.TOPIC, TradeEvent.class)
            .on(
                AvailabilityPosted.class,
                (e, at) -> handler.assess(Post.of(e.availability(), at), at.eventId()))
            .on(
                AvailabilityUpdated.class,
                (e, at) -> handler.assess(Post.of(e.availability(), at), at.eventId()))
            .on(
                RequirementCreated.class,
                (e, at) -> handler.assess(Post.of(e.requirement(), at), at.eventId()))
            .on(
                RequirementUpdated.class,
                (e, at) -> handler.assess(Post.of(e.requirement(), at), at.eventId()))
            .on(
                MatchProposed.class,
                (e, at) -> {
                  ProposedPair pair = ProposedPair.of(e, at);
                  return open.keep(e, pair).chain(() -> pairs.assess(pair, at.eventId()));
                })
            .on(MatchRejected.class, (e, at) -> open.forget(e.matchId()))
            .on(MatchExpired.class, (e, at) -> open.forget(e.matchId()))
            .on(NegotiationRejected.class, (e, at) -> open.forget(e.matchId()))
            .on(NegotiationExpired.class, (e, at) -> open.forget(e.matchId()))
            .on(TradeCreated.class, (e, at) -> open.traded(e.requirementId(), e.availabilityId()))
            .ignoring(
                AvailabilityActivated.class,
                AvailabilityBlocked.class,
                AvailabilityReserved.class,
                AvailabilityReleased.class,
                AvailabilitySold.class,
                AvailabilityCancelled.class,
                AvailabilityExpired.class,
                RequirementPublished.class,
                RequirementBlocked.class,
                RequirementPartiallyFulfilled.class,
                RequirementFulfilled.class,
                RequirementCancelled.class,
                RequirementExpired.class,
                MatchCleared.class,
                NegotiationStarted.class,
                NegotiationOfferMade.class,
                NegotiationAccepted.class,
                TradeStatusChanged.class,
                PartnerContactShared.class,
                PositionEvent.class)
            .complete();
  }

  @Override
  public String name() {
    return "posts-to-assess";
  }

  @Override
  public Routes<TradeEvent> routes() {
    return routes;
  }
}
