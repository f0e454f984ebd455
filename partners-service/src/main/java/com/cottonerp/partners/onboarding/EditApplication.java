package com.cottonerp.partners.onboarding;

import com.cottonerp.partners.applicant.Applicant;
import com.cottonerp.partners.identity.KeyedHashes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The applicant corrects what they said, before it is submitted or when asked to. */
@ApplicationScoped
class EditApplication {
  private final Applications applications;
  private final KeyedHashes hashes;

  EditApplication(Applications applications, KeyedHashes hashes) {
    this.applications = applications;
    this.hashes = hashes;
  }

  Uni<OnboardingApplication> edit(OnboardingApplication application, Applicant changed, String by) {
    application.edit(changed, changed.keys(hashes), by);
    return applications.save(application).call(() -> applications.flush());
  }
}
