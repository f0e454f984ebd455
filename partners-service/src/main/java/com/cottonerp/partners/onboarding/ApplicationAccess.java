package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.http.EntityTags;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.partners.onboarding.OnboardingRefusal.NotYourApplication;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Loads applications for a caller: an external user sees the applications that they started. An
 * application of an earlier version holds the name of its applicant instead of an id. A name opens
 * no application: another user may have the name by now.
 */
@ApplicationScoped
public class ApplicationAccess {
  private final Applications applications;
  private final Caller caller;

  ApplicationAccess(Applications applications, Caller caller) {
    this.applications = applications;
    this.caller = caller;
  }

  public Uni<OnboardingApplication> load(UUID id) {
    return applications.get(id).invoke(this::check);
  }

  /** As {@link #load}, for a change that may name the version it changes. */
  public Uni<OnboardingApplication> load(UUID id, String ifMatch) {
    return load(id).invoke(application -> EntityTags.check(ifMatch, application.version()));
  }

  private void check(OnboardingApplication application) {
    if (caller.isExternal() && !caller.userId().equals(application.applicantUserId())) {
      throw new NotYourApplication(application.id()).refused();
    }
  }
}
