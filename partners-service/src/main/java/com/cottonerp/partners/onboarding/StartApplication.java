package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.partners.applicant.Applicant;
import com.cottonerp.partners.identity.KeyedHashes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Somebody applies to become a partner. */
@ApplicationScoped
class StartApplication {
  private final Applications applications;
  private final KeyedHashes hashes;
  private final IdSource ids;
  private final Clock clock;

  StartApplication(Applications applications, KeyedHashes hashes, IdSource ids, Clock clock) {
    this.applications = applications;
    this.hashes = hashes;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<OnboardingApplication> start(String applicantUserId, Applicant applicant) {
    return applications.save(
        OnboardingApplication.start(
            ids.next(), applicantUserId, applicant, applicant.keys(hashes), clock.instant()));
  }
}
