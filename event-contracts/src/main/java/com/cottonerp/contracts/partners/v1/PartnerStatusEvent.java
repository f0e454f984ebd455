package com.cottonerp.contracts.partners.v1;

/** Whether a partner may trade at all: suspended, back, gone, KYC. */
public sealed interface PartnerStatusEvent extends PartnerEvent
    permits PartnerSuspended,
        PartnerReactivated,
        PartnerDeactivated,
        PartnerKycExpired,
        PartnerKycRenewed {}
