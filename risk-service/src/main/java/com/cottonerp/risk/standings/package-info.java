/**
 * The standing of each partner: exposure against the limit, past trades, and partners with shared
 * keys. Risk assesses a partner again whenever one of these changes.
 *
 * <p>Aggregate: {@code PartnerRiskProfile}. Events: PartnerRiskAssessed, ExposureLevelChanged (only
 * when the level changes), PartyLinkDetected.
 */
package com.cottonerp.risk.standings;
