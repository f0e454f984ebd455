package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.partners.applicant.Applicant;
import com.cottonerp.partners.creditlimits.GrantedCreditLimits;
import com.cottonerp.partners.documents.Documents;
import com.cottonerp.partners.onboarding.TaxRegistry.Registration;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The applicant asks for a decision: the score says whose; the best are approved at once. */
@ApplicationScoped
class SubmitApplication {
  static final String AUTOMATIC = "automatic-approval";

  private final Applications applications;
  private final Documents documents;
  private final PartnerConversion conversion;
  private final GrantedCreditLimits limits;
  private final Caller caller;
  private final Clock clock;

  SubmitApplication(
      Applications applications,
      Documents documents,
      PartnerConversion conversion,
      GrantedCreditLimits limits,
      Caller caller,
      Clock clock) {
    this.applications = applications;
    this.documents = documents;
    this.conversion = conversion;
    this.limits = limits;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * @param registration what the tax registry said, asked before the transaction began
   */
  Uni<OnboardingApplication> submit(
      OnboardingApplication application, Optional<Registration> registration) {
    return documents
        .addContributors(application.contributors(), application.id(), document -> true)
        .chain(
            contributors ->
                submit(application, registration, VerifiedByTwo.isMet(contributors, caller.ids())));
  }

  private Uni<OnboardingApplication> submit(
      OnboardingApplication application, Optional<Registration> registration, boolean byTwo) {
    Instant now = clock.instant();
    return documents
        .verifiedTypes(application.id())
        .chain(
            verified -> {
              Applicant applicant = application.applicant();
              OnboardingScore score =
                  OnboardingScore.of(facts(applicant, registration), today(now));
              application.submit(
                  score,
                  byTwo
                      && MandatoryDocuments.everythingVerified(applicant, verified)
                      && isAutomatic(score.recommendedLimit(), applicant.currency()),
                  now,
                  caller.userId());
              return application.route() == ApprovalRoute.AUTO
                  ? conversion.approve(
                      application, new PartnerConversion.Terms(AUTOMATIC, null, null, null))
                  : applications.save(application);
            });
  }

  private boolean isAutomatic(BigDecimal recommended, String currency) {
    return recommended == null || limits.isAutomatic(recommended, currency);
  }

  private static OnboardingScore.Facts facts(
      Applicant applicant, Optional<Registration> registration) {
    return new OnboardingScore.Facts(
        applicant.registrationDate(),
        applicant.businessEntityType(),
        !applicant.isServiceProvider(),
        applicant.hasQualityLab(),
        applicant.canArrangeTransport(),
        registration.map(Registration::turnover).orElse(null),
        registration.map(Registration::compliance).orElse(GstCompliance.UNKNOWN));
  }

  private static LocalDate today(Instant now) {
    return BusinessDay.of(now);
  }
}
