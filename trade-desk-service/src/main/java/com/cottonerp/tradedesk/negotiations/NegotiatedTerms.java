package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.contracts.Money;
import com.cottonerp.tradedesk.matching.MatchTerms;
import com.cottonerp.tradedesk.posting.Measure;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/**
 * The price and the quantity where a negotiation is: those of the match, then those of the last
 * offer. Immutable.
 */
@Embeddable
public record NegotiatedTerms(
    @Column(name = "price") BigDecimal price,
    @Column(name = "price_unit") String priceUnit,
    @Column(name = "currency") String currency,
    @Column(name = "quantity") BigDecimal quantity,
    @Column(name = "quantity_unit") String quantityUnit) {

  static NegotiatedTerms of(MatchTerms match) {
    return new NegotiatedTerms(
        match.price(), match.priceUnit(), match.currency(), match.quantity(), match.quantityUnit());
  }

  NegotiatedTerms with(OfferTerms offer) {
    return new NegotiatedTerms(offer.price(), priceUnit, currency, offer.quantity(), quantityUnit);
  }

  Money money() {
    return new Money(price, currency);
  }

  /** Whether a price and a quantity mean the same by a measure. */
  boolean isMeasuredBy(Measure measure) {
    return measure.quantityUnit().equals(quantityUnit)
        && measure.priceUnit().equals(priceUnit)
        && measure.currency().equals(currency);
  }
}
