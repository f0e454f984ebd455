package com.cottonerp.partners.kyc;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.util.List;
import java.util.UUID;

/** Why a renewal is not opened or completed. */
sealed interface KycRefusal extends Refusal {
  @Explained(means = "A KYC renewal of the partner is pending.", remedy = "Complete that renewal.")
  record RenewalPending(UUID renewalId) implements KycRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "Renewal %s is pending already".formatted(renewalId);
    }
  }

  @Explained(
      means = "The renewal was completed already.",
      remedy = "Read the renewal; open a new one if it is needed.")
  record RenewalCompleted(UUID renewalId, RenewalStatus current) implements KycRefusal {
    @Override
    public String detail() {
      return "Renewal %s is %s already".formatted(renewalId, current);
    }
  }

  @Explained(
      means = "A renewal is passed only with verified documents.",
      remedy = "Have the named documents reviewed first.")
  record RenewalDocumentsNotVerified(List<UUID> documents) implements KycRefusal {
    @Override
    public String detail() {
      return "These documents of the partner are not verified: " + documents;
    }
  }
}
