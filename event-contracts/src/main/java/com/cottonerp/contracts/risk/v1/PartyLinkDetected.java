package com.cottonerp.contracts.risk.v1;

import java.util.UUID;

/**
 * Two partners share what only one should have.
 *
 * @param kind SAME_PAN, SAME_TAX_ID, SAME_PHONE, SAME_BANK_ACCOUNT, SAME_EMAIL_DOMAIN,
 *     MASTER_BRANCH or CORPORATE_GROUP
 * @param severity BLOCK or WARN
 */
public record PartyLinkDetected(UUID partnerId, UUID otherPartnerId, String kind, String severity)
    implements RiskEvent {}
