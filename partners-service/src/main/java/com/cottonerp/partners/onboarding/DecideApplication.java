package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.foureyes.Contributors;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.creditlimits.GrantedCreditLimits;
import com.cottonerp.partners.documents.Documents;
import com.cottonerp.partners.onboarding.OnboardingApplication.Decision;
import com.cottonerp.partners.onboarding.OnboardingRefusal.DirectorRequired;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** A manager or director approves, rejects, or asks for more. */
@ApplicationScoped
class DecideApplication {
  private final Applications applications;
  private final PartnerConversion conversion;
  private final Documents documents;
  private final GrantedCreditLimits limits;
  private final Caller caller;
  private final Clock clock;

  DecideApplication(
      Applications applications,
      PartnerConversion conversion,
      Documents documents,
      GrantedCreditLimits limits,
      Caller caller,
      Clock clock) {
    this.applications = applications;
    this.conversion = conversion;
    this.documents = documents;
    this.limits = limits;
    this.caller = caller;
    this.clock = clock;
  }

  Uni<OnboardingApplication> decide(OnboardingApplication application, DecisionBody body) {
    application.mustBePendingApproval();
    body.check(application.applicant());
    return documents
        .addContributors(application.contributors(), application.id(), document -> true)
        .invoke(contributors -> mayDecide(application, contributors))
        .chain(() -> apply(application, body));
  }

  private Uni<OnboardingApplication> apply(OnboardingApplication application, DecisionBody body) {
    Decision decision = new Decision(caller.userId(), clock.instant(), body.notes());
    return switch (body.decision()) {
      case APPROVE -> {
        PartnerConversion.Terms terms = body.terms(caller.userId());
        limits.mustBeGrantedByCaller(
            PartnerConversion.limit(application, terms), application.applicant().currency());
        yield conversion.approve(application, terms);
      }
      case REJECT -> {
        application.reject(decision);
        yield applications.save(application);
      }
      case REQUEST_INFO -> {
        application.requestInformation(decision);
        yield applications.save(application);
      }
    };
  }

  private void mayDecide(OnboardingApplication application, Contributors contributors) {
    contributors.mustNotDecide(caller.ids());
    if (application.route() == ApprovalRoute.DIRECTOR
        && !caller.has(Permission.PARTNER_APPROVE_DIRECTOR)) {
      throw new DirectorRequired(application.id()).refused();
    }
  }
}
