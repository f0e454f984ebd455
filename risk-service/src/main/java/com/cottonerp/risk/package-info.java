/**
 * Risk: whether a post, a pair or a partner is a risk, and why. Use cases by package:
 *
 * <ul>
 *   <li>{@code assessment}: {@code AssessPost}, {@code AssessPair}, when it is posted, proposed or
 *       changed, and again once what it waited for is known
 *   <li>{@code standings}: {@code AssessPartner}: exposure, level, score and category of a partner
 *   <li>{@code partylinks}: who shares a phone, an address of e-mail or an identity with whom
 * </ul>
 *
 * <p>Aggregates: {@code AssessedSubject}, which publishes each assessment of a post or pair in
 * order, and {@code PartnerRiskProfile}; both publish on {@code risk-events}. Read models: {@code
 * partnerprofiles}, {@code positions}, {@code commodityrules}. {@code basis} holds what waits for
 * facts that are not known yet.
 */
package com.cottonerp.risk;
