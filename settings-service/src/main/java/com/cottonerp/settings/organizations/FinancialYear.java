package com.cottonerp.settings.organizations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A financial year; both days are inclusive.
 *
 * @param active whether documents are numbered in this year; at most one year of an organization is
 *     active
 */
public record FinancialYear(
    UUID id, String name, LocalDate startsOn, LocalDate endsOn, boolean active) {

  /** The body of a new or changed year. */
  @Schema(name = "FinancialYearBody")
  public record Body(
      @NotBlank @Size(max = 50) String name,
      @NotNull LocalDate startsOn,
      @NotNull LocalDate endsOn,
      boolean active) {

    FinancialYear as(UUID id) {
      return new FinancialYear(id, name, startsOn, endsOn, active);
    }
  }

  boolean overlaps(FinancialYear other) {
    return !startsOn.isAfter(other.endsOn) && !other.startsOn.isAfter(endsOn);
  }

  FinancialYear withActive(boolean value) {
    return new FinancialYear(id, name, startsOn, endsOn, value);
  }
}
