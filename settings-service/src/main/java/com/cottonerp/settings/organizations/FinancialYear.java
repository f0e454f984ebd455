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
 * @param active whether documents of this year are numbered before the year is over; at most one
 *     year of an organization is active
 * @param numberedUntil the last day on which a document of this year gets its number: from the day
 *     after the year ends to close it at once, thirty days later without a word
 */
public record FinancialYear(
    UUID id,
    String name,
    LocalDate startsOn,
    LocalDate endsOn,
    boolean active,
    @Schema(description = "The last day on which a document of the year gets its number")
        LocalDate numberedUntil) {
  private static final int DAYS_TO_FINISH = 30;

  public FinancialYear {
    if (numberedUntil == null) {
      numberedUntil = endsOn.plusDays(DAYS_TO_FINISH);
    }
  }

  /** The body of a new or changed year. */
  @Schema(name = "FinancialYearBody")
  public record Body(
      @NotBlank @Size(max = 50) String name,
      @NotNull LocalDate startsOn,
      @NotNull LocalDate endsOn,
      boolean active,
      @Schema(
              description =
                  "The last day on which a document of the year gets its number, from endsOn on;"
                      + " thirty days after endsOn without it")
          LocalDate numberedUntil) {

    FinancialYear as(UUID id) {
      return new FinancialYear(id, name, startsOn, endsOn, active, numberedUntil);
    }
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(startsOn) && !day.isAfter(endsOn);
  }

  boolean isOver(LocalDate today) {
    return today.isAfter(endsOn);
  }

  boolean overlaps(FinancialYear other) {
    return !startsOn.isAfter(other.endsOn) && !other.startsOn.isAfter(endsOn);
  }

  FinancialYear withActive(boolean value) {
    return new FinancialYear(id, name, startsOn, endsOn, value, numberedUntil);
  }
}
