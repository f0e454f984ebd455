package com.cottonerp.partners.kyc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KycDatesTest {
  private static final UUID PARTNER = new UUID(1, 1);

  @ParameterizedTest
  @CsvSource({
    "91,,",
    "90,90,NORMAL",
    "61,90,NORMAL",
    "60,60,NORMAL",
    "31,60,NORMAL",
    "30,30,HIGH",
    "8,30,HIGH",
    "7,7,CRITICAL",
    "0,7,CRITICAL",
    "-1,,"
  })
  void the_closest_step_is_due(int daysLeft, Integer step, String severity) {
    LocalDate today = LocalDate.of(2028, 1, 15);

    KycReminder due = KycReminder.due(PARTNER, today.plusDays(daysLeft), today);

    assertThat(due == null ? null : due.daysBefore()).isEqualTo(step);
    assertThat(due == null ? null : due.severity()).isEqualTo(severity);
  }

  /** Over eight years, with two leap days: each step comes once, on its day, whatever the month. */
  @Test
  void over_leap_years_every_step_is_first_due_on_exactly_its_day() {
    for (LocalDate expires = LocalDate.of(2024, 1, 1);
        expires.getYear() < 2032;
        expires = expires.plusDays(1)) {
      for (int step : KycReminder.STEPS) {
        LocalDate day = expires.minusDays(step);
        assertThat(ChronoUnit.DAYS.between(day, expires)).isEqualTo(step);
        assertThat(KycReminder.due(PARTNER, expires, day).daysBefore()).isEqualTo(step);
        KycReminder before = KycReminder.due(PARTNER, expires, day.minusDays(1));
        assertThat(before == null ? 0 : before.daysBefore()).isNotEqualTo(step);
      }
    }
  }
}
