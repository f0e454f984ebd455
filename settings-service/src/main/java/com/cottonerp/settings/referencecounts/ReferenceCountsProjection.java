package com.cottonerp.settings.referencecounts;

import com.cottonerp.contracts.trade.v1.AvailabilityActivated;
import com.cottonerp.contracts.trade.v1.AvailabilityBlocked;
import com.cottonerp.contracts.trade.v1.AvailabilityCancelled;
import com.cottonerp.contracts.trade.v1.AvailabilityExpired;
import com.cottonerp.contracts.trade.v1.AvailabilityPosted;
import com.cottonerp.contracts.trade.v1.AvailabilityReleased;
import com.cottonerp.contracts.trade.v1.AvailabilityReserved;
import com.cottonerp.contracts.trade.v1.AvailabilitySnapshot;
import com.cottonerp.contracts.trade.v1.AvailabilitySold;
import com.cottonerp.contracts.trade.v1.AvailabilityUpdated;
import com.cottonerp.contracts.trade.v1.MatchEvent;
import com.cottonerp.contracts.trade.v1.NegotiationEvent;
import com.cottonerp.contracts.trade.v1.PositionEvent;
import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.contracts.trade.v1.RequirementBlocked;
import com.cottonerp.contracts.trade.v1.RequirementCancelled;
import com.cottonerp.contracts.trade.v1.RequirementCreated;
import com.cottonerp.contracts.trade.v1.RequirementExpired;
import com.cottonerp.contracts.trade.v1.RequirementFulfilled;
import com.cottonerp.contracts.trade.v1.RequirementPartiallyFulfilled;
import com.cottonerp.contracts.trade.v1.RequirementPublished;
import com.cottonerp.contracts.trade.v1.RequirementSnapshot;
import com.cottonerp.contracts.trade.v1.RequirementUpdated;
import com.cottonerp.contracts.trade.v1.SaleEvent;
import com.cottonerp.contracts.trade.v1.TradeEvent;
import com.cottonerp.eventing.inbox.EventPosition;
import com.cottonerp.eventing.inbox.ReadModel;
import com.cottonerp.eventing.inbox.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps the reference counts up to date. */
@ApplicationScoped
public class ReferenceCountsProjection implements ReadModel {
  public static final String NAME = "reference-counts";

  private static final Set<String> CLOSED = Set.of("BLOCKED", "CANCELLED", "EXPIRED");

  private final ReferenceCounts counts;
  private final Routes<TradeEvent> routes =
      Routes.from(TradeEvent.TOPIC, TradeEvent.class)
          .on(AvailabilityPosted.class, (e, at) -> keep(e.availability()))
          .on(RequirementCreated.class, (e, at) -> keep(e.requirement()))
          .on(AvailabilityBlocked.class, (e, at) -> forget(e.availabilityId()))
          .on(AvailabilityCancelled.class, (e, at) -> forget(e.availabilityId()))
          .on(AvailabilityExpired.class, (e, at) -> forget(e.availabilityId()))
          .on(AvailabilitySold.class, this::sold)
          .on(AvailabilityReleased.class, (e, at) -> open(e.availabilityId(), true))
          .on(RequirementBlocked.class, (e, at) -> forget(e.requirementId()))
          .on(RequirementCancelled.class, (e, at) -> forget(e.requirementId()))
          .on(RequirementExpired.class, (e, at) -> forget(e.requirementId()))
          .on(RequirementFulfilled.class, (e, at) -> forget(e.requirementId()))
          .on(RequirementUpdated.class, (e, at) -> changed(e.requirement()))
          .ignoring(
              AvailabilityActivated.class,
              AvailabilityUpdated.class,
              AvailabilityReserved.class,
              RequirementPublished.class,
              RequirementPartiallyFulfilled.class,
              MatchEvent.class,
              NegotiationEvent.class,
              SaleEvent.class,
              PositionEvent.class)
          .complete();

  ReferenceCountsProjection(ReferenceCounts counts) {
    this.counts = counts;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("reference_count_post");
  }

  @Override
  public Routes<TradeEvent> routes() {
    return routes;
  }

  private Uni<Void> keep(AvailabilitySnapshot offer) {
    return keep(
        PostReference.of(
            offer.availabilityId(),
            offer.commodityId(),
            Collections.singleton(offer.locationId())));
  }

  private Uni<Void> keep(RequirementSnapshot wish) {
    List<UUID> places = wish.deliveryPlaces().stream().map(PostPlace::locationId).toList();
    return keep(PostReference.of(wish.requirementId(), wish.commodityId(), places));
  }

  private Uni<Void> keep(PostReference reference) {
    return counts.persist(reference).replaceWithVoid();
  }

  /** Takes changed locations, and opens a requirement whose purchase was undone. */
  private Uni<Void> changed(RequirementSnapshot wish) {
    return forget(wish.requirementId())
        .chain(() -> CLOSED.contains(wish.status()) ? Uni.createFrom().voidItem() : keep(wish));
  }

  private Uni<Void> sold(AvailabilitySold event, EventPosition at) {
    boolean left = event.availableQuantity().signum() > 0 || event.reservedQuantity().signum() > 0;
    return left ? Uni.createFrom().voidItem() : open(event.availabilityId(), false);
  }

  /** Skips a post that was closed for good. */
  private Uni<Void> open(UUID postId, boolean open) {
    return counts.update("open = ?1 where postId = ?2", open, postId).replaceWithVoid();
  }

  private Uni<Void> forget(UUID postId) {
    return counts.delete("postId", postId).replaceWithVoid();
  }
}
