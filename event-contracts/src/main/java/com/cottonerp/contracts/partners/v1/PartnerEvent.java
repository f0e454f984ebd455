package com.cottonerp.contracts.partners.v1;

import com.cottonerp.contracts.PublishedEvent;

/** Everything on the topic {@code partner-events}, version 1. */
public sealed interface PartnerEvent extends PublishedEvent
    permits PartnerDocumentUploaded,
        PartnerDocumentVerified,
        PartnerDocumentRejected,
        PartnerApplicationSubmitted,
        PartnerApplicationRejected,
        PartnerCreated,
        PartnerApproved,
        PartnerUpdated,
        PartnerLocationAdded,
        PartnerLocationUpdated,
        PartnerLocationRemoved,
        PartnerCapabilitiesChanged,
        PartnerCreditLimitChanged,
        PartnerRelationshipsChanged,
        PartnerSuspended,
        PartnerReactivated,
        PartnerDeactivated,
        PartnerKycExpired,
        PartnerKycRenewed,
        PartnerEmployeeAccessChanged {
  String TOPIC = "partner-events";
}
