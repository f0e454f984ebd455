package com.cottonerp.contracts.partners.v1;

/** Onboarding: the documents of an application, and what becomes of it until it is approved. */
public sealed interface PartnerApplicationEvent extends PartnerEvent
    permits PartnerDocumentUploaded,
        PartnerDocumentVerified,
        PartnerDocumentRejected,
        PartnerApplicationSubmitted,
        PartnerApplicationRejected {}
