package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.partners.identity.KeyedHashes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Somebody applies to become a partner. */
@ApplicationScoped
class StartApplicationHandler {
  private final Applications applications;
  private final KeyedHashes hashes;
  private final IdSource ids;
  private final Clock clock;

  StartApplicationHandler(
      Applications applications, KeyedHashes hashes, IdSource ids, Clock clock) {
    this.applications = applications;
    this.hashes = hashes;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<OnboardingApplication> handle(String applicantUserId, Applicant applicant) {
    return applications.save(
        OnboardingApplication.start(
            ids.next(), applicantUserId, applicant, applicant.keys(hashes), clock.instant()));
  }
}
