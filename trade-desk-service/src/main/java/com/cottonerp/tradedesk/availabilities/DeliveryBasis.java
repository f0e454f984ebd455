package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.tradedesk.tradeterms.NamedTerms;
import java.util.Locale;
import java.util.Optional;

/** What the price of an availability includes. */
public enum DeliveryBasis {
  /** The goods where they lie: the buyer pays for the transport. */
  EX_GIN,
  /** The goods where the buyer wants them: the seller pays for the transport. */
  DELIVERED;

  /** What a delivery term says; empty when none that says it is named. */
  public static Optional<DeliveryBasis> by(NamedTerms terms) {
    return terms.includesFreight().map(includes -> includes ? DELIVERED : EX_GIN);
  }

  /**
   * The basis that the seller says, or else the basis of its delivery term. Refuses a basis that
   * contradicts the delivery term.
   *
   * @param said null when the seller does not
   */
  static DeliveryBasis of(DeliveryBasis said, NamedTerms terms) {
    Optional<DeliveryBasis> byTerm = by(terms);
    if (said != null && byTerm.isPresent() && byTerm.get() != said) {
      throw new InvalidField(
              "/deliveryBasis", "is %s by the delivery term that is named".formatted(byTerm.get()))
          .refused();
    }
    return said == null ? byTerm.orElse(EX_GIN) : said;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
