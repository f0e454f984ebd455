package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.contracts.trade.v1.QualityValue;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.tradedesk.availabilities.Availability.Posting;
import com.cottonerp.tradedesk.commoditycatalog.CatalogEntry;
import com.cottonerp.tradedesk.positions.Position;
import com.cottonerp.tradedesk.positions.Positions;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.posting.PostContext;
import com.cottonerp.tradedesk.posting.QualityRules;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.posting.TradingGate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Posts and changes offers: partner, commodity, place and quality are checked in that order. */
@ApplicationScoped
class PostAvailabilityHandler {
  private final PostContext context;
  private final Availabilities availabilities;
  private final Positions positions;
  private final AvailabilityLife life;
  private final IdSource ids;
  private final Clock clock;
  private final Optional<BigDecimal> approvalAbove;

  /**
   * @param approvalAbove the value from which somebody has to approve an offer; empty = never
   */
  PostAvailabilityHandler(
      PostContext context,
      Availabilities availabilities,
      Positions positions,
      AvailabilityLife life,
      IdSource ids,
      Clock clock,
      @ConfigProperty(name = "trade-desk.approval-above") Optional<BigDecimal> approvalAbove) {
    this.context = context;
    this.availabilities = availabilities;
    this.positions = positions;
    this.life = life;
    this.ids = ids;
    this.clock = clock;
    this.approvalAbove = approvalAbove;
  }

  Uni<Availability> post(UUID sellerId, String by, AvailabilityBody body) {
    UUID id = ids.next();
    Instant now = clock.instant();
    return posting(id, sellerId, by, body, now)
        .call(posting -> refuseCircular(sellerId, body.commodityId()))
        .call(
            () ->
                availabilities.refuseDuplicate(
                    sellerId, body, LocalDate.ofInstant(now, ZoneOffset.UTC)))
        .map(posting -> Availability.post(posting, body))
        .chain(availabilities::save)
        .call(this::openPosition);
  }

  Uni<Availability> update(Availability offer, String by, AvailabilityBody body) {
    if (!offer.commodityId().equals(body.commodityId())) {
      throw new InvalidField("/commodityId", "stays as it is").refused();
    }
    return posting(offer.id(), offer.sellerId(), by, body, clock.instant())
        .invoke(posting -> offer.update(posting, body))
        .chain(() -> availabilities.save(offer))
        .call(life::follow);
  }

  private Uni<Posting> posting(
      UUID id, UUID sellerId, String by, AvailabilityBody body, Instant now) {
    context.mustEndInTime(body.expiresAt());
    return context
        .partner(sellerId)
        .chain(
            seller ->
                context
                    .commodity(body.commodityId())
                    .chain(
                        commodity ->
                            context
                                .place(body.place(), "/place")
                                .invoke(
                                    place ->
                                        TradingGate.mustBeCapable(
                                            seller, Side.SELL, place.country()))
                                .map(
                                    place ->
                                        posting(id, sellerId, by, body, now, commodity, place))));
  }

  private Posting posting(
      UUID id,
      UUID sellerId,
      String by,
      AvailabilityBody body,
      Instant now,
      CatalogEntry commodity,
      PostPlace place) {
    List<QualityValue> quality = QualityRules.check(commodity.parameters(), body.quality());
    Measure measure = Measure.of(commodity);
    return new Posting(
        id, sellerId, measure, place, quality, needsApproval(measure, body), by, now);
  }

  private boolean needsApproval(Measure measure, AvailabilityBody body) {
    return approvalAbove.isPresent()
        && (body.price() == null
            || measure.value(body.totalQuantity(), body.price()).compareTo(approvalAbove.get())
                > 0);
  }

  private Uni<Void> refuseCircular(UUID sellerId, UUID commodityId) {
    return context
        .commodity(commodityId)
        .chain(commodity -> positions.refuseCircular(sellerId, commodity, Side.SELL));
  }

  private Uni<Position> openPosition(Availability offer) {
    return positions.open(
        new Position.Subject(
            Position.SubjectType.AVAILABILITY,
            offer.id(),
            offer.sellerId(),
            Side.SELL,
            offer.commodityId(),
            offer.baseUnit()),
        offer.openBaseQuantity(),
        offer.openValue(),
        offer.currency());
  }
}
