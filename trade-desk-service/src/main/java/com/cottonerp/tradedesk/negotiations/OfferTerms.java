package com.cottonerp.tradedesk.negotiations;

import java.math.BigDecimal;

/**
 * What one side offers, in the units of the negotiation. Immutable.
 *
 * @param quantity with three decimals
 * @param message for the other side; null when there is none
 */
record OfferTerms(BigDecimal price, BigDecimal quantity, String message) {}
