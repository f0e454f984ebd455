package com.cottonerp.tradedesk.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.tradedesk.posting.GridCell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReachTest {
  private static final long SEED = 1871;

  @Test
  void without_a_distance_only_the_state_is_looked_at() {
    assertThat(Reach.of(List.of(place("GJ", "22.3", "70.8", null)), false))
        .containsExactly("IN/24", "IN/any");
    assertThat(SearchArea.of(List.of(place("gujarat", "22.3", "70.8", null)), false))
        .isEqualTo(new SearchArea(false, Set.of("24"), Set.of()));
  }

  @Test
  void a_distance_adds_the_squares_around_and_a_great_one_the_country() {
    assertThat(Reach.of(List.of(place("24", "22.5", "70.5", 50)), false))
        .as("50 km are 0.45 degrees north and south, 0.49 east and west")
        .containsExactly("IN/24", "IN/any", "IN@22070");
    assertThat(SearchArea.of(List.of(place("24", "22.5", "70.5", 60)), false).cells())
        .containsExactlyInAnyOrder(21069, 21070, 21071, 22069, 22070, 22071, 23069, 23070, 23071);
    assertThat(Reach.of(List.of(place("24", "22.3", "70.8", 5000)), false))
        .containsExactly("IN/24", "IN/any", "IN/none");
    assertThat(Reach.of(List.of(place("24", null, null, 100)), true))
        .containsExactly("IN/24", "IN/any", "IN/none");
  }

  /** The search may bring too much, never too little. */
  @Test
  void whatever_lies_within_the_distance_is_found_from_both_sides() {
    Random random = new Random(SEED);
    for (int round = 0; round < 20_000; round++) {
      int most = 1 + random.nextInt(600);
      PostPlace wanted = anywhere(random, "24", most);
      PostPlace offered = near(random, wanted, most);
      if (kilometres(wanted, offered) > most) {
        continue;
      }
      List<String> reach = Arrays.asList(Reach.of(List.of(wanted), false));
      SearchArea area = SearchArea.of(List.of(wanted), false);

      assertThat(Reach.from(offered)).as("%s of %s", offered, wanted).anyMatch(reach::contains);
      assertThat(area.anywhere() || area.cells().contains(GridCell.of(offered)))
          .as("%s of %s", offered, wanted)
          .isTrue();
      assertThat(area.cells()).hasSizeLessThanOrEqualTo(100);
    }
  }

  private static PostPlace anywhere(Random random, String state, Integer most) {
    return place(
        state,
        Double.toString(-60 + random.nextDouble() * 120),
        Double.toString(-179 + random.nextDouble() * 358),
        most);
  }

  private static PostPlace near(Random random, PostPlace center, int most) {
    double degrees = most / 111.0;
    double latitude = center.latitude().doubleValue() + (random.nextDouble() - 0.5) * 2.2 * degrees;
    double longitude =
        center.longitude().doubleValue()
            + (random.nextDouble() - 0.5) * 2.2 * degrees / Math.cos(Math.toRadians(latitude));
    return place(
        "23",
        Double.toString(Math.max(-89, Math.min(89, latitude))),
        Double.toString(Math.max(-180, Math.min(180, longitude))),
        null);
  }

  private static double kilometres(PostPlace one, PostPlace other) {
    double lat1 = Math.toRadians(one.latitude().doubleValue());
    double lat2 = Math.toRadians(other.latitude().doubleValue());
    double lon = Math.toRadians(other.longitude().subtract(one.longitude()).doubleValue());
    return 6371
        * Math.acos(
            Math.min(
                1,
                Math.sin(lat1) * Math.sin(lat2) + Math.cos(lat1) * Math.cos(lat2) * Math.cos(lon)));
  }

  private static PostPlace place(String state, String latitude, String longitude, Integer most) {
    return new PostPlace(
        null, null, null, state, null, "IN", degrees(latitude), degrees(longitude), most);
  }

  private static BigDecimal degrees(String text) {
    return text == null ? null : new BigDecimal(text).setScale(7, RoundingMode.HALF_UP);
  }
}
