/**
 * The parties of a match agree on price and quantity, in rounds, within 48 hours. Who accepts has
 * everything checked again, and the stock held in the same transaction.
 *
 * <p>Aggregate: {@code Negotiation}. Events: NegotiationStarted, NegotiationOfferMade,
 * NegotiationAccepted, NegotiationRejected, NegotiationExpired.
 */
package com.cottonerp.tradedesk.negotiations;
