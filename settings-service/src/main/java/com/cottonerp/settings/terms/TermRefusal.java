package com.cottonerp.settings.terms;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** Why a term is not created or changed. */
sealed interface TermRefusal extends Refusal {
  @Explained(
      means = "Another term of the kind has the code or the name.",
      remedy = "Choose another code or name.")
  record TermTaken(TermKind kind, String code, String name) implements TermRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "Another %s has the code %s or the name %s".formatted(kind, code, name);
    }
  }

  @Explained(means = "The term was deactivated.", remedy = "Reactivate the term first.")
  record TermInactive(UUID id) implements TermRefusal {
    @Override
    public String detail() {
      return "The term is not active";
    }
  }

  @Explained(means = "The term is active already.", remedy = "Nothing.")
  record TermActive(UUID id) implements TermRefusal {
    @Override
    public String detail() {
      return "The term is active";
    }
  }
}
