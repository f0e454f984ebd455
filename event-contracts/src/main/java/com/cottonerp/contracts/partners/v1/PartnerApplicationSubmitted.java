package com.cottonerp.contracts.partners.v1;

import java.util.UUID;

/** The applicant asks for a decision. */
public record PartnerApplicationSubmitted(
    UUID applicationId, int score, String category, String route)
    implements PartnerApplicationEvent {}
