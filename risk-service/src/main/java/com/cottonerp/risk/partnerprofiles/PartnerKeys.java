package com.cottonerp.risk.partnerprofiles;

import java.util.UUID;

/** The keyed hashes that show whether two partners are one company; null for a missing value. */
public record PartnerKeys(
    UUID partnerId,
    String panKey,
    String taxIdKey,
    String phoneKey,
    String emailDomain,
    UUID masterPartnerId,
    UUID corporateGroupId,
    String bankKey) {}
