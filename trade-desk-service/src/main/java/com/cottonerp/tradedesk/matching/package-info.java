/**
 * Pairs of posts: every post that opens looks for its counterparts. Hard gates first, then the
 * score; each pair is proposed once, and risk has the last word. Parties stay anonymous until they
 * negotiate.
 *
 * <p>Aggregate: {@code Match}, one per pair. Events: MatchProposed, MatchCleared, MatchRejected,
 * MatchExpired.
 */
package com.cottonerp.tradedesk.matching;
