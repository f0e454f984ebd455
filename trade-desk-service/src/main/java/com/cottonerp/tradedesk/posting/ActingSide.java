package com.cottonerp.tradedesk.posting;

/**
 * A side that does something, by itself or by the brokerage. Immutable.
 *
 * @param brokerUser the user of the brokerage who does it on behalf of the side, an opaque id; null
 *     when the side does it itself
 */
public record ActingSide(Side side, String brokerUser) {}
