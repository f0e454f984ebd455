package com.cottonerp.partners.brokerconsent;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** Why a consent is not changed. */
sealed interface BrokerConsentRefusal extends Refusal {
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
