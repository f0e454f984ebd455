/**
 * Risk: assesses posts, pairs and partners, and says why. Use cases by package:
 *
 * <ul>
 *   <li>{@code assessment}: {@code AssessPost} and {@code AssessPair}, when a post or pair is
 *       posted, proposed or changed, and again when a missing input is known
 *   <li>{@code standings}: {@code AssessPartner}: exposure, level, score and category of a partner
 *   <li>{@code partylinks}: finds partners that share a phone, an e-mail domain or an identity
 * </ul>
 *
 * <p>Aggregates: {@code AssessedSubject}, which publishes each assessment of a post or pair in
 * order, and {@code PartnerRiskProfile}; both publish on {@code risk-events}. Read models: {@code
 * partnerprofiles}, {@code positions}, {@code commodityrules}. {@code basis} holds the work that
 * waits for unknown facts.
 */
package com.cottonerp.risk;
