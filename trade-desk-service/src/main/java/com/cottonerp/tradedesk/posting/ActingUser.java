package com.cottonerp.tradedesk.posting;

/**
 * The user who does something. Immutable.
 *
 * @param userId an opaque id
 * @param brokerUser the same id when the user is one of the brokerage who acts on behalf of a
 *     partner; else null
 */
public record ActingUser(String userId, String brokerUser) {}
