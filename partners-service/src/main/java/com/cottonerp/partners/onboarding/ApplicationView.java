package com.cottonerp.partners.onboarding;

import com.cottonerp.partners.applicant.ApplicantView;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An application as the API shows it.
 *
 * @param stage documents, verification or approval
 * @param waitingFor who has to act: applicant, manager or director; null, as waitingSince, once it
 *     is decided
 * @param score 0 to 100, higher is safer; null, as category and route, until it is submitted
 * @param recommendedCreditLimit in the applicant's currency; null until it is submitted, and
 *     without a known turnover
 * @param decisionNotes of the last decision; null before it, and of an approval without notes
 * @param decidedAt null until the first decision
 * @param partnerId null until it is approved
 * @param submittedAt the last time; null before it
 */
public record ApplicationView(
    UUID id,
    ApplicationStatus status,
    @Schema(enumeration = {"documents", "verification", "approval"}) String stage,
    @Nullable @Schema(description = "Who has to act; null once it is decided")
        WaitingFor waitingFor,
    @Nullable @Schema(description = "Null once it is decided") Instant waitingSince,
    ApplicantView applicant,
    @Nullable @Schema(description = "0 to 100, higher is safer; null until it is submitted")
        Integer score,
    @Nullable RiskCategory category,
    @Nullable ApprovalRoute route,
    @Nullable
        @Schema(description = "In the applicant's currency; null without a known turnover")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal recommendedCreditLimit,
    @Nullable String decisionNotes,
    @Nullable Instant decidedAt,
    @Nullable @Schema(description = "Null until it is approved") UUID partnerId,
    Instant createdAt,
    @Nullable @Schema(description = "The last time; null before it") Instant submittedAt) {

  static ApplicationView of(OnboardingApplication application) {
    return new ApplicationView(
        application.id(),
        application.status(),
        application.stage(),
        application.waitingFor(),
        application.waitingSince(),
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
