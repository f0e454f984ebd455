package com.cottonerp.tradedesk.requirements;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.math.BigDecimal;
import java.util.UUID;

/** Why a requirement does not do what it is asked to. */
public sealed interface RequirementRefusal extends Refusal {
  @Explained(
      means = "The requirement has ended, or is not open yet.",
      remedy = "Read the requirement.")
  record RequirementNotOpen(UUID id, RequirementStatus current) implements RequirementRefusal {
    @Override
    public String detail() {
      // WHY not "blocked": it would tell another party of the buyer's standing.
      return current == RequirementStatus.BLOCKED
          ? "Requirement %s is not open".formatted(id)
          : "Requirement %s is %s".formatted(id, current);
    }
  }

  @Explained(means = "Only a draft can be published.", remedy = "Read the requirement.")
  record RequirementNotDraft(UUID id, RequirementStatus current) implements RequirementRefusal {
    @Override
    public String detail() {
      return "Requirement %s is %s; only a draft is published".formatted(id, current);
    }
  }

  @Explained(
      means = "Something was bought for the requirement, so what it asks for stays.",
      remedy = "Cancel the requirement and post what is still wanted.")
  record AlreadyBought(UUID id, BigDecimal purchased) implements RequirementRefusal {
    @Override
    public String detail() {
      return "%s was bought for requirement %s already: cancel it and post what is still wanted"
          .formatted(purchased.toPlainString(), id);
    }
  }

  @Explained(
      means = "Some of the requirement is agreed upon in a negotiation.",
      remedy = "Make the trade, or wait until the agreement lapses.")
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

  @Explained(
      means = "The quantity is more than the requirement still wants.",
      remedy = "Ask for less.")
  record MoreThanRequired(BigDecimal asked, BigDecimal remaining) implements RequirementRefusal {
    @Override
    public String detail() {
      return "%s is more than what is still wanted: %s"
          .formatted(asked.toPlainString(), remaining.toPlainString());
    }
  }
}
