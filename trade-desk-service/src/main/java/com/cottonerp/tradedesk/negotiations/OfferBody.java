package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.tradedesk.posting.Price;
import com.cottonerp.tradedesk.tradeterms.NamedTerms;
import com.cottonerp.tradedesk.tradeterms.TermsBody;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * An offer, in the units of the negotiation.
 *
 * @param tradeTerms that the offer changes; those that it leaves out stay on the table
 */
public record OfferBody(
    @NotNull
        @Positive
        @Digits(integer = 13, fraction = 4)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal price,
    @NotNull
        @Positive
        @Digits(integer = 12, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal quantity,
    @Size(max = 5000) String message,
    @Valid TermsBody tradeTerms) {

  OfferTerms toTerms(NamedTerms named) {
    return new OfferTerms(Price.written(price), quantity.setScale(3), message, named);
  }
}
