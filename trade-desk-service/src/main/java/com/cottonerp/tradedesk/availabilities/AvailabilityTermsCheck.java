package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.tradedesk.commoditycatalog.CatalogEntry;
import com.cottonerp.tradedesk.partnerdirectory.PartnerFacts;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.posting.PostContext;
import com.cottonerp.tradedesk.posting.Price;
import com.cottonerp.tradedesk.posting.QualityRules;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.posting.TradingGate;
import com.cottonerp.tradedesk.tradeterms.NameTerms;
import com.cottonerp.tradedesk.tradeterms.NamedTerms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Checks what a seller says of an availability against the read models: partner, commodity, place
 * and quality, in that order. Reads only; in the caller's session.
 */
@ApplicationScoped
class AvailabilityTermsCheck {
  // WHY no rate: the trade desk knows none, so somebody looks at each value in other money.
  private static final String CURRENCY_OF_BOUND = "INR";

  private final PostContext context;
  private final NameTerms naming;
  private final Optional<BigDecimal> approvalAbove;

  /**
   * @param approvalAbove the value in rupees from which somebody has to approve an availability, as
   *     each in another currency; empty = never
   */
  AvailabilityTermsCheck(
      PostContext context,
      NameTerms naming,
      @ConfigProperty(name = "trade-desk.approval-above") Optional<BigDecimal> approvalAbove) {
    this.context = context;
    this.naming = naming;
    this.approvalAbove = approvalAbove;
  }

  /** What passed the check. */
  record Checked(AvailabilityTerms terms, CatalogEntry commodity, boolean approvalNeeded) {}

  /**
   * @param expiresUnlessSaid when it ends if the body does not say
   */
  Uni<Checked> check(UUID sellerId, AvailabilityBody body, Instant expiresUnlessSaid) {
    context.mustEndInTime(body.expiresAt());
    return context
        .everythingIsKnown(List.of(body.place()))
        .chain(() -> context.partner(sellerId))
        .chain(seller -> check(seller, body, expiresUnlessSaid));
  }

  private Uni<Checked> check(
      PartnerFacts seller, AvailabilityBody body, Instant expiresUnlessSaid) {
    return context
        .commodity(body.commodityId())
        .chain(
            commodity ->
                place(seller, body)
                    .chain(
                        place ->
                            naming
                                .named(body.tradeTerms())
                                .map(
                                    named ->
                                        checked(
                                            body, commodity, place, named, expiresUnlessSaid))));
  }

  private Uni<PostPlace> place(PartnerFacts seller, AvailabilityBody body) {
    return context
        .place(body.place(), "/place")
        .invoke(place -> TradingGate.mustBeCapable(seller, Side.SELL, place.country()));
  }

  private Checked checked(
      AvailabilityBody body,
      CatalogEntry commodity,
      PostPlace place,
      NamedTerms named,
      Instant expiresUnlessSaid) {
    AvailabilityTerms terms =
        body.toTerms(
            Measure.of(commodity),
            place,
            QualityRules.check(commodity.parameters(), body.quality()),
            named,
            expiresUnlessSaid);
    Price.mustComeToSomething(terms.measure(), body.total(), terms.price(), "/price");
    return new Checked(terms, commodity, needsApproval(body.total(), terms));
  }

  private boolean needsApproval(BigDecimal total, AvailabilityTerms terms) {
    return approvalAbove.isPresent()
        && (terms.price() == null
            || !terms.measure().currency().equals(CURRENCY_OF_BOUND)
            || terms.value(total).amount().compareTo(approvalAbove.get()) > 0);
  }
}
