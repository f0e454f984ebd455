/**
 * How risk sees each partner: what it is bound to against its limit, how its trades went, and with
 * whom it shares keys. Assessed anew with everything that changes one of them.
 *
 * <p>Aggregate: {@code PartnerRiskProfile}. Events: PartnerRiskAssessed, ExposureLevelChanged (only
 * when the level changes), PartyLinkDetected.
 */
package com.cottonerp.risk.standings;
