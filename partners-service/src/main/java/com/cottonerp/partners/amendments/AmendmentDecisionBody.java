package com.cottonerp.partners.amendments;

import com.cottonerp.defaults.problem.InvalidField;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Decides on a change. */
public record AmendmentDecisionBody(@NotNull Verdict decision, @Size(max = 2000) String notes) {
  /** What can be decided. */
  @Schema(name = "AmendmentVerdict")
  public enum Verdict {
    APPROVE,
    REJECT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  void check() {
    if (decision == Verdict.REJECT && (notes == null || notes.isBlank())) {
      throw new InvalidField("/notes", "says why it is rejected").refused();
    }
  }
}
