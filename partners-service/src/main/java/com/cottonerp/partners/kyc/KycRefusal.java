package com.cottonerp.partners.kyc;

import com.cottonerp.defaults.problem.Refusal;
import java.util.List;
import java.util.UUID;

/** Why a renewal is not opened or completed. */
sealed interface KycRefusal extends Refusal {
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

  record RenewalCompleted(UUID renewalId, RenewalStatus current) implements KycRefusal {
    @Override
    public String detail() {
      return "Renewal %s is %s already".formatted(renewalId, current);
    }
  }

  record RenewalDocumentsNotVerified(List<UUID> documents) implements KycRefusal {
    @Override
    public String detail() {
      return "These documents of the partner are not verified: " + documents;
    }
  }
}
