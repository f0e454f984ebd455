package com.cottonerp.contracts.partners.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.UUID;

/** A document of an application was stored and read. */
public record PartnerDocumentUploaded(
    UUID applicationId,
    UUID documentId,
    String documentType,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal ocrConfidence)
    implements PartnerApplicationEvent {}
