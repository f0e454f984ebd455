package com.cottonerp.partners.kyc;

import com.cottonerp.defaults.problem.InvalidField;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What came out of a renewal.
 *
 * @param documentIds the verified documents that the outcome rests on; one at least to pass
 */
public record RenewalOutcomeBody(
    @NotNull Outcome outcome,
    @Size(max = 50) List<@NotNull UUID> documentIds,
    boolean taxVerifiedAgain,
    boolean bankVerifiedAgain,
    @Size(max = 2000) String notes) {
  /** Passed or not. */
  public enum Outcome {
    PASSED,
    FAILED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean passed() {
    return outcome == Outcome.PASSED;
  }

  List<UUID> documents() {
    return documentIds == null ? List.of() : List.copyOf(documentIds);
  }

  void check() {
    if (passed() && documents().isEmpty()) {
      throw new InvalidField("/documentIds", "names what was verified").refused();
    }
    if (!passed() && (notes == null || notes.isBlank())) {
      throw new InvalidField("/notes", "says why the renewal failed").refused();
    }
  }
}
