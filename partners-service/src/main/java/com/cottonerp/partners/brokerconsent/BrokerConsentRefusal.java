package com.cottonerp.partners.brokerconsent;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** Why a consent is not changed. */
sealed interface BrokerConsentRefusal extends Refusal {
  @Explained(
      means =
          "A user of the partner has withdrawn the consent; the brokerage does not record it again.",
      remedy = "Let a user of the partner give it.")
  record ConsentWithdrawn(UUID partnerId) implements BrokerConsentRefusal {
    @Override
    public String detail() {
      return "Partner %s has withdrawn its consent by itself, and gives it again by itself"
          .formatted(partnerId);
    }
  }

  @Explained(
      means = "The partner has given the brokerage no consent that could be withdrawn.",
      remedy = "Read the consent; there is nothing to do.")
  record ConsentNotGiven(UUID partnerId) implements BrokerConsentRefusal {
    @Override
    public String detail() {
      return "Partner %s has given no consent".formatted(partnerId);
    }
  }
}
