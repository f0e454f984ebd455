package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.tradedesk.tradeterms.NamedTerms;
import java.math.BigDecimal;

/**
 * What one side offers, in the units of the negotiation. Immutable.
 *
 * @param quantity with three decimals
 * @param message for the other side; null when there is none
 * @param tradeTerms the terms of trade that the offer changes; none leaves them as they are
 */
record OfferTerms(BigDecimal price, BigDecimal quantity, String message, NamedTerms tradeTerms) {}
