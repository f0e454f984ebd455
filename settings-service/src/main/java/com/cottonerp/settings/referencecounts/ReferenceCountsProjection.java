package com.cottonerp.settings.referencecounts;

import com.cottonerp.contracts.trade.v1.AvailabilityCancelled;
import com.cottonerp.contracts.trade.v1.AvailabilityPosted;
import com.cottonerp.contracts.trade.v1.PositionChanged;
import com.cottonerp.contracts.trade.v1.PositionClosed;
import com.cottonerp.contracts.trade.v1.PositionOpened;
import com.cottonerp.contracts.trade.v1.RequirementCreated;
import com.cottonerp.contracts.trade.v1.TradeEvent;
import com.cottonerp.contracts.trade.v1.TradeStatusChanged;
import com.cottonerp.eventing.inbox.Projection;
import com.cottonerp.eventing.inbox.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the reference counts up to date. */
@ApplicationScoped
public class ReferenceCountsProjection implements Projection {
  private final ReferenceCounts counts;
  private final Routes<TradeEvent> routes =
      Routes.from(TradeEvent.TOPIC, TradeEvent.class)
          .on(
              AvailabilityPosted.class,
              (e, at) ->
                  keep(PostReference.of(e.availabilityId(), e.commodityId(), e.locationId())))
          .on(
              RequirementCreated.class,
              (e, at) ->
                  keep(
                      PostReference.of(e.requirementId(), e.commodityId(), e.deliveryLocationId())))
          .on(AvailabilityCancelled.class, (e, at) -> forget(e))
          .ignoring(
              TradeStatusChanged.class,
              PositionOpened.class,
              PositionChanged.class,
              PositionClosed.class)
          .complete();

  ReferenceCountsProjection(ReferenceCounts counts) {
    this.counts = counts;
  }

  @Override
  public String name() {
    return "reference-counts";
  }

  @Override
  public Routes<TradeEvent> routes() {
    return routes;
  }

  private Uni<Void> keep(PostReference reference) {
    return counts.persist(reference).replaceWithVoid();
  }

  private Uni<Void> forget(AvailabilityCancelled event) {
    return counts.deleteById(event.availabilityId()).replaceWithVoid();
  }
}
