package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.eventing.outbox.AggregateRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All applications. */
@ApplicationScoped
public class Applications extends AggregateRepository<OnboardingApplication> {
  /** Refuses with 404 when there is none. */
  public Uni<OnboardingApplication> get(UUID id) {
    return findById(id).onItem().ifNull().failWith(() -> new NotFound("application", id).refused());
  }
}
