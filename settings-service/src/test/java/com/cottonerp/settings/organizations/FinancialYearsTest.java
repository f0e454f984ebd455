package com.cottonerp.settings.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.defaults.problem.RefusedException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinancialYearsTest {
  private static final FinancialYear OLD = year("2025-26", 2025, false);
  private static final FinancialYear CURRENT = year("2026-27", 2026, true);
  private static final FinancialYears YEARS = FinancialYears.NONE.with(OLD).with(CURRENT);

  private static FinancialYear year(String name, int begins, boolean active) {
    return new FinancialYear(
        UUID.randomUUID(),
        name,
        LocalDate.of(begins, 4, 1),
        LocalDate.of(begins + 1, 3, 31),
        active,
        null);
  }

  @ParameterizedTest
  @CsvSource({
    // the date of the document, the day on which the number is given, the year of the number
    "2026-03-31, 2026-04-01, 2025-26",
    "2026-03-31, 2026-04-30, 2025-26",
    "2026-04-01, 2026-04-01, 2026-27",
    "2027-03-31, 2027-03-31, 2026-27",
    "2027-03-31, 2027-04-01, 2026-27"
  })
  void the_date_of_a_document_decides_the_year_of_its_number(
      LocalDate documentDate, LocalDate today, String year) {
    assertThat(YEARS.ofNumbers(documentDate, today).name()).isEqualTo(year);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-31, 2026-05-01, The financial year 2025-26 gave numbers until 2026-04-30",
    "2026-03-31, 2026-11-26, The financial year 2025-26 gave numbers until 2026-04-30",
    "2027-04-01, 2027-04-01, The financial year 2026-27 gave numbers until 2027-03-31",
    "2024-03-31, 2026-11-26, No financial year of the organization has the day 2024-03-31"
  })
  void a_year_that_is_over_or_missing_gives_no_number(
      LocalDate documentDate, LocalDate today, String why) {
    assertThatThrownBy(() -> YEARS.ofNumbers(documentDate, today))
        .isInstanceOf(RefusedException.class)
        .hasMessage(why);
  }

  @Test
  void a_year_that_nobody_activated_gives_no_number() {
    FinancialYears years = FinancialYears.NONE.with(year("2026-27", 2026, false));

    assertThatThrownBy(() -> years.ofNumbers(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 26)))
        .hasMessage("The financial year 2026-27 is not active");
  }
}
