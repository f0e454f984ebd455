package com.cottonerp.tradedesk.requirements;

import com.cottonerp.defaults.problem.Refusal;
import java.math.BigDecimal;
import java.util.UUID;

/** Why a requirement does not do what it is asked to. */
public sealed interface RequirementRefusal extends Refusal {
  record RequirementNotOpen(UUID id, RequirementStatus current) implements RequirementRefusal {
    @Override
    public String detail() {
      // WHY not "blocked": it would tell another party of the buyer's standing.
      return current == RequirementStatus.BLOCKED
          ? "Requirement %s is not open".formatted(id)
          : "Requirement %s is %s".formatted(id, current);
    }
  }

  record RequirementNotDraft(UUID id, RequirementStatus current) implements RequirementRefusal {
    @Override
    public String detail() {
      return "Requirement %s is %s; only a draft is published".formatted(id, current);
    }
  }

  record AlreadyBought(UUID id, BigDecimal purchased) implements RequirementRefusal {
    @Override
    public String detail() {
      return "%s was bought for requirement %s already: cancel it and post what is still wanted"
          .formatted(purchased.toPlainString(), id);
    }
  }

  record AgreedUpon(UUID id, BigDecimal committed) implements RequirementRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "%s of requirement %s is agreed upon: make the trade, or wait until the agreement lapses"
          .formatted(committed.toPlainString(), id);
    }
  }

  record MoreThanRequired(BigDecimal asked, BigDecimal remaining) implements RequirementRefusal {
    @Override
    public String detail() {
      return "%s is more than what is still wanted: %s"
          .formatted(asked.toPlainString(), remaining.toPlainString());
    }
  }
}
