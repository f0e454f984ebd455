package com.cottonerp.tradedesk.requirements;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.tradedesk.commoditycatalog.CatalogEntry;
import com.cottonerp.tradedesk.partnerdirectory.PartnerFacts;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.posting.PlaceBody;
import com.cottonerp.tradedesk.posting.PostContext;
import com.cottonerp.tradedesk.posting.Price;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.posting.TradingGate;
import com.cottonerp.tradedesk.tradeterms.NameTerms;
import com.cottonerp.tradedesk.tradeterms.NamedTerms;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Checks what a buyer says of a requirement: its numbers, then partner, commodity, places and
 * quality against the read models. Reads only; in the caller's session.
 */
@ApplicationScoped
class RequirementTermsCheck {
  private final PostContext context;
  private final NameTerms naming;

  RequirementTermsCheck(PostContext context, NameTerms naming) {
    this.context = context;
    this.naming = naming;
  }

  /** What passed the check. */
  record Checked(RequirementTerms terms, CatalogEntry commodity) {}

  /**
   * @param expiresUnlessSaid when it ends if the body does not say
   */
  Uni<Checked> check(UUID buyerId, RequirementBody body, Instant expiresUnlessSaid) {
    mustAddUp(body);
    context.mustEndInTime(body.expiresAt());
    return context
        .everythingIsKnown(body.places())
        .chain(() -> context.partner(buyerId))
        .chain(buyer -> check(buyer, body, expiresUnlessSaid));
  }

  private Uni<Checked> check(PartnerFacts buyer, RequirementBody body, Instant expiresUnlessSaid) {
    return context
        .commodity(body.commodityId())
        .chain(
            commodity ->
                places(buyer, body.places())
                    .chain(
                        places ->
                            naming
                                .named(body.tradeTerms())
                                .map(
                                    named ->
                                        checked(
                                            body, commodity, places, named, expiresUnlessSaid))));
  }

  private Uni<List<PostPlace>> places(PartnerFacts buyer, List<PlaceBody> bodies) {
    return places(bodies)
        .invoke(
            places ->
                places.forEach(
                    place -> TradingGate.mustBeCapable(buyer, Side.BUY, place.country())));
  }

  private static void mustAddUp(RequirementBody body) {
    Freight.mustBeOne(body.freight());
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

  private Uni<List<PostPlace>> places(List<PlaceBody> bodies) {
    return Multi.createFrom()
        .iterable(IntStream.range(0, bodies.size()).boxed().toList())
        .onItem()
        .transformToUniAndConcatenate(index -> context.place(bodies.get(index), "/places/" + index))
        .collect()
        .asList();
  }

  private static Checked checked(
      RequirementBody body,
      CatalogEntry commodity,
      List<PostPlace> places,
      NamedTerms named,
      Instant expiresUnlessSaid) {
    RequirementTerms terms =
        body.toTerms(
            Measure.of(commodity),
            commodity.deliveryTolerancePercent(),
            places,
            QualityDemands.check(commodity.parameters(), body.quality()),
            named,
            expiresUnlessSaid);
    Price.mustComeToSomething(
        terms.measure(), terms.quantities().max(), terms.maxPrice(), "/maxPrice");
    return new Checked(terms, commodity);
  }
}
