package com.cottonerp.tradedesk.requirements;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.tradedesk.posting.ActingUser;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A buyer changes a requirement: it waits for risk again. */
@ApplicationScoped
class ChangeRequirement {
  private final RequirementTermsCheck terms;
  private final SaveRequirement saving;

  ChangeRequirement(RequirementTermsCheck terms, SaveRequirement saving) {
    this.terms = terms;
    this.saving = saving;
  }

  Uni<Requirement> change(Requirement requirement, ActingUser by, RequirementBody body) {
    RequirementFacts before = requirement.facts();
    if (!before.commodityId().equals(body.commodityId())) {
      throw new InvalidField("/commodityId", "stays as it is").refused();
    }
    return terms
        .check(before.buyerId(), body, before.terms().expiresAt())
        .invoke(checked -> requirement.change(checked.terms(), by))
        .chain(() -> saving.save(requirement));
  }
}
