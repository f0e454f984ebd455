package com.cottonerp.risk.partnerprofiles;

import java.util.UUID;

/** By what two partners can be found to be one: keyed hashes, null where there is none. */
public record PartnerKeys(
    UUID partnerId,
    String panKey,
    String taxIdKey,
    String phoneKey,
    String emailDomain,
    UUID masterPartnerId,
    UUID corporateGroupId) {}
