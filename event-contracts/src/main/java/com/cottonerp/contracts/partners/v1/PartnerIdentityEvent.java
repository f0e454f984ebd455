package com.cottonerp.contracts.partners.v1;

/** Who a partner is: approved, changed, related to others. */
public sealed interface PartnerIdentityEvent extends PartnerEvent
    permits PartnerCreated, PartnerApproved, PartnerUpdated, PartnerRelationshipsChanged {}
