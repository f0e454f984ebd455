package com.cottonerp.partners.onboarding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** An application as the API shows it. */
public record ApplicationView(
    UUID id,
    ApplicationStatus status,
    String stage,
    ApplicantView applicant,
    Integer score,
    RiskCategory category,
    ApprovalRoute route,
    BigDecimal recommendedCreditLimit,
    String decisionNotes,
    Instant decidedAt,
    UUID partnerId,
    Instant createdAt,
    Instant submittedAt) {}
