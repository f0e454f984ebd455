package com.cottonerp.defaults.deprecation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SunsetDaysTest {
  private static final LocalDate ANNOUNCED = LocalDate.parse("2026-12-01");

  @Sunset(announced = "2026-12-01", ends = "2027-06-01", instead = "/api/v2/all")
  static class Old {
    void one() {}

    @Sunset(announced = "2026-12-01", ends = "2028-01-01", instead = "/api/v2/other")
    void other() {}
  }

  static class New {
    void one() {}
  }

  @Test
  void the_days_are_said_as_their_headers_want_them() throws Exception {
    SunsetDays days = SunsetDays.of(Old.class.getDeclaredMethod("one")).orElseThrow();

    assertThat(days.deprecation()).isEqualTo("@1796083200");
    assertThat(days.sunset()).isEqualTo("Tue, 1 Jun 2027 00:00:00 GMT");
    assertThat(days.link()).isEqualTo("</api/v2/all>; rel=\"successor-version\"");
  }

  @Test
  void an_operation_says_it_before_its_resource() throws Exception {
    assertThat(SunsetDays.of(Old.class.getDeclaredMethod("other")).orElseThrow().ends())
        .isEqualTo("2028-01-01");
    assertThat(SunsetDays.of(New.class.getDeclaredMethod("one"))).isEmpty();
  }

  @Test
  void a_client_has_six_months() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SunsetDays(ANNOUNCED, LocalDate.parse("2027-05-31"), "/"));
  }
}
