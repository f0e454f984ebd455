package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.onboarding.OnboardingApplication.Decision;
import com.cottonerp.partners.onboarding.OnboardingRefusal.ApproverIsApplicant;
import com.cottonerp.partners.onboarding.OnboardingRefusal.DirectorRequired;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** A manager or director approves, rejects, or asks for more. */
@ApplicationScoped
class DecideApplicationHandler {
  private final Applications applications;
  private final PartnerConversion conversion;
  private final Caller caller;
  private final Clock clock;

  DecideApplicationHandler(
      Applications applications, PartnerConversion conversion, Caller caller, Clock clock) {
    this.applications = applications;
    this.conversion = conversion;
    this.caller = caller;
    this.clock = clock;
  }

  Uni<OnboardingApplication> handle(OnboardingApplication application, DecisionBody body) {
    application.mustBePendingApproval();
    body.check(application.applicant());
    mayDecide(application);
    Decision decision = new Decision(caller.userId(), clock.instant(), body.notes());
    return switch (body.decision()) {
      case APPROVE -> conversion.approve(application, body.terms(caller.userId()));
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

  private void mayDecide(OnboardingApplication application) {
    if (application.applicantUserId().equals(caller.userId())) {
      throw new ApproverIsApplicant(application.id()).refused();
    }
    if (application.route() == ApprovalRoute.DIRECTOR
        && !caller.has(Permission.PARTNER_APPROVE_DIRECTOR)) {
      throw new DirectorRequired(application.id()).refused();
    }
  }
}
