package com.cottonerp.contracts.partners.v1;

import java.util.UUID;

/** The application was refused for good. */
public record PartnerApplicationRejected(UUID applicationId, String reason)
    implements PartnerApplicationEvent {}
