package com.cottonerp.partners.paperwork;

import com.cottonerp.defaults.problem.InvalidField;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a review.
 *
 * @param overrideReason why a document with mismatches is verified nevertheless
 */
public record ReviewBody(
    @NotNull Verdict decision,
    @Size(max = 2000) String reason,
    LocalDate expiresOn,
    @Size(max = 500) String overrideReason) {
  /** What a reviewer can say. */
  @Schema(name = "ReviewVerdict")
  public enum Verdict {
    VERIFY,
    REJECT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  void check() {
    if (decision == Verdict.REJECT && (reason == null || reason.isBlank())) {
      throw new InvalidField("/reason", "says why the document is rejected").refused();
    }
  }
}
