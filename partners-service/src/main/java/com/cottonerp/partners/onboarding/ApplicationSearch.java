package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.http.QueryEnum;
import com.cottonerp.defaults.security.Caller;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
      parameters.put("status", QueryEnum.of(ApplicationStatus.class, "status", status));
    }
    if (caller.isExternal()) {
      query.append(" and applicantUserId = :applicant");
      parameters.put("applicant", caller.userId());
    }
    return applications.find(query.toString(), Sort.by("id"), parameters).range(0, limit).list();
  }
}
