package com.cottonerp.tradedesk.requirements;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.tradedesk.commoditycatalog.CatalogEntry;
import com.cottonerp.tradedesk.partnerdirectory.PartnerFacts;
import com.cottonerp.tradedesk.positions.Position;
import com.cottonerp.tradedesk.positions.Positions;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.posting.PlaceBody;
import com.cottonerp.tradedesk.posting.PostContext;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.posting.TradingGate;
import com.cottonerp.tradedesk.requirements.Requirement.Posting;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Posts and changes requirements: partner, commodity, places and quality in that order. */
@ApplicationScoped
class PostRequirementHandler {
  private final PostContext context;
  private final Requirements requirements;
  private final Positions positions;
  private final IdSource ids;
  private final Clock clock;

  PostRequirementHandler(
      PostContext context,
      Requirements requirements,
      Positions positions,
      IdSource ids,
      Clock clock) {
    this.context = context;
    this.requirements = requirements;
    this.positions = positions;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<Requirement> post(UUID buyerId, String by, RequirementBody body) {
    mustAddUp(body);
    UUID id = ids.next();
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return posting(id, buyerId, by, body, now)
        .call(() -> refuseCircular(buyerId, body.commodityId()))
        .call(() -> requirements.refuseDuplicate(buyerId, body, today))
        .chain(
            posting ->
                requirements
                    .nextNumber(today.getYear())
                    .map(number -> Requirement.post(posting, number, body)))
        .chain(requirements::save)
        .call(this::openPosition);
  }

  Uni<Requirement> update(Requirement wish, String by, RequirementBody body) {
    mustAddUp(body);
    if (!wish.commodityId().equals(body.commodityId())) {
      throw new InvalidField("/commodityId", "stays as it is").refused();
    }
    return posting(wish.id(), wish.buyerId(), by, body, clock.instant())
        .invoke(posting -> wish.update(posting, body))
        .chain(() -> requirements.save(wish))
        .call(
            changed ->
                positions.keepOpen(
                    changed.id(), Side.BUY, changed.openBaseQuantity(), changed.openValue()));
  }

  private static void mustAddUp(RequirementBody body) {
    if (body.maxQuantity().compareTo(body.minQuantity()) < 0) {
      throw new InvalidField("/maxQuantity", "is not below minQuantity").refused();
    }
    if (body.preferredQuantity() != null
        && (body.preferredQuantity().compareTo(body.minQuantity()) < 0
            || body.preferredQuantity().compareTo(body.maxQuantity()) > 0)) {
      throw new InvalidField("/preferredQuantity", "is between minQuantity and maxQuantity")
          .refused();
    }
    if (body.preferredPrice() != null && body.preferredPrice().compareTo(body.maxPrice()) > 0) {
      throw new InvalidField("/preferredPrice", "is not above maxPrice").refused();
    }
  }

  private Uni<Posting> posting(
      UUID id, UUID buyerId, String by, RequirementBody body, Instant now) {
    context.mustEndInTime(body.expiresAt());
    return context
        .partner(buyerId)
        .chain(
            buyer ->
                context
                    .commodity(body.commodityId())
                    .chain(
                        commodity ->
                            places(body.places())
                                .invoke(places -> mustBeCapable(buyer, places))
                                .map(
                                    places ->
                                        posting(id, buyerId, by, body, now, commodity, places))));
  }

  private Uni<List<PostPlace>> places(List<PlaceBody> bodies) {
    return Multi.createFrom()
        .iterable(IntStream.range(0, bodies.size()).boxed().toList())
        .onItem()
        .transformToUniAndConcatenate(index -> context.place(bodies.get(index), "/places/" + index))
        .collect()
        .asList();
  }

  private static void mustBeCapable(PartnerFacts buyer, List<PostPlace> places) {
    places.forEach(place -> TradingGate.mustBeCapable(buyer, Side.BUY, place.country()));
  }

  private static Posting posting(
      UUID id,
      UUID buyerId,
      String by,
      RequirementBody body,
      Instant now,
      CatalogEntry commodity,
      List<PostPlace> places) {
    return new Posting(
        id,
        buyerId,
        Measure.of(commodity),
        places,
        QualityDemands.check(commodity.parameters(), body.quality()),
        by,
        now);
  }

  private Uni<Void> refuseCircular(UUID buyerId, UUID commodityId) {
    return context
        .commodity(commodityId)
        .chain(commodity -> positions.refuseCircular(buyerId, commodity, Side.BUY));
  }

  private Uni<Position> openPosition(Requirement wish) {
    return positions.open(
        new Position.Subject(
            Position.SubjectType.REQUIREMENT,
            wish.id(),
            wish.buyerId(),
            Side.BUY,
            wish.commodityId(),
            wish.baseUnit()),
        wish.openBaseQuantity(),
        wish.openValue(),
        wish.currency());
  }
}
