package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.security.Caller;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Finds applications, one row more than asked for so that the caller knows whether there is more.
 */
@ApplicationScoped
class ApplicationSearch {
  private final Applications applications;
  private final Caller caller;

  ApplicationSearch(Applications applications, Caller caller) {
    this.applications = applications;
    this.caller = caller;
  }

  Uni<List<OnboardingApplication>> find(String status, UUID after, int limit) {
    StringBuilder query = new StringBuilder("id > :after");
    Map<String, Object> parameters =
        new HashMap<>(Map.of("after", after == null ? new UUID(0, 0) : after));
    if (status != null) {
      query.append(" and status = :status");
      parameters.put("status", statusNamed(status));
    }
    if (caller.isExternal()) {
      query.append(" and applicantUserId = :applicant");
      parameters.put("applicant", caller.userId());
    }
    return applications.find(query.toString(), Sort.by("id"), parameters).range(0, limit).list();
  }

  private static ApplicationStatus statusNamed(String text) {
    return Arrays.stream(ApplicationStatus.values())
        .filter(status -> status.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidField(
                        "/status", "is one of " + Arrays.toString(ApplicationStatus.values()))
                    .refused());
  }
}
