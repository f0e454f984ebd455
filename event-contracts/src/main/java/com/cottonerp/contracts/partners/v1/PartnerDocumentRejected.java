package com.cottonerp.contracts.partners.v1;

import java.util.UUID;

/** A reviewer refused the document. */
public record PartnerDocumentRejected(
    UUID applicationId, UUID documentId, String documentType, String reason)
    implements PartnerApplicationEvent {}
