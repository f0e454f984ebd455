package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.contracts.trade.v1.TradeTerm;
import com.cottonerp.tradedesk.tradeterms.NamedTerms;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An offer as the API shows it; price and quantity in the units of the negotiation.
 *
 * @param offeredBy buyer or seller
 * @param price for one priceUnit of the negotiation, in its currency
 * @param message null when the party wrote none
 */
public record NegotiationOfferView(
    int round,
    @Schema(description = "buyer or seller") String offeredBy,
    @Schema(description = "For one priceUnit of the negotiation, in its currency")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal price,
    @Schema(description = "In quantityUnit of the negotiation")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal quantity,
    @Nullable String message,
    @Schema(description = "The terms of trade with this offer") List<TradeTerm> tradeTerms,
    @Schema(description = "Whether the brokerage made it on behalf of the party") boolean byBroker,
    NegotiationOffer.Status status,
    Instant offeredAt) {

  static NegotiationOfferView of(NegotiationOffer offer) {
    return new NegotiationOfferView(
        offer.round,
        offer.offeredBy.party(),
        offer.price,
        offer.quantity,
        offer.message,
        NamedTerms.of(offer.tradeTerms).all(),
        offer.brokerUser != null,
        offer.status,
        offer.offeredAt);
  }
}
