package com.cottonerp.partners.onboarding;

import com.cottonerp.partners.applicant.ApplicantView;
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
    Instant submittedAt) {

  static ApplicationView of(OnboardingApplication application) {
    return new ApplicationView(
        application.id(),
        application.status(),
        application.stage(),
        ApplicantView.of(application.applicant()),
        application.score(),
        application.category(),
        application.route(),
        application.recommendedLimit(),
        application.decisionNotes(),
        application.decidedAt(),
        application.convertedToPartnerId(),
        application.createdAt(),
        application.submittedAt());
  }
}
