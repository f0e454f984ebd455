package com.cottonerp.contracts.partners.v1;

import java.time.LocalDate;
import java.util.UUID;

/** A reviewer found the document in order. */
public record PartnerDocumentVerified(
    UUID applicationId, UUID documentId, String documentType, LocalDate expiresOn)
    implements PartnerApplicationEvent {}
