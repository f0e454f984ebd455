package com.cottonerp.contracts.partners.v1;

import java.time.LocalDate;
import java.util.UUID;

/** The know-your-customer check is valid again. */
public record PartnerKycRenewed(UUID partnerId, String kycStatus, LocalDate expiresOn)
    implements PartnerStatusEvent {}
