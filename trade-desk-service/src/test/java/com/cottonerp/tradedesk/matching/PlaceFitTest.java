package com.cottonerp.tradedesk.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.trade.v1.PostPlace;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceFitTest {
  private static final PostPlace DAHOD = place("Dahod", "24", "22.8350", "74.2550", null);
  private static final PostPlace JHABUA = place("Jhabua", "23", "22.7677", "74.5911", null);
  private static final PostPlace RAJKOT = place("Rajkot", "24", "22.3039", "70.8022", null);
  private static final PostPlace COIMBATORE = place("Coimbatore", "33", "11.0168", "76.9558", null);

  @ParameterizedTest
  @CsvSource({
    // greatest distance, whether other states are accepted, location score (none: does not fit)
    "100, false, 0.8237",
    "36, false, 0.5103",
    "35, false, none",
    "35, true, none",
    "none, false, none",
    "none, true, 0.9965"
  })
  void dahod_and_jhabua_are_35_km_apart_in_two_states(
      String most, boolean otherStates, String score) {
    assertFit(within(JHABUA, most), DAHOD, otherStates, score, "35.255");
  }

  @ParameterizedTest
  @CsvSource({
    "5000, false, 0.8585",
    "1416, false, 0.5002",
    "1415, false, none",
    "none, false, none",
    "none, true, 0.8585"
  })
  void gujarat_sells_to_tamil_nadu_when_the_buyer_lets_it_be_far(
      String most, boolean otherStates, String score) {
    assertFit(within(COIMBATORE, most), RAJKOT, otherStates, score, "1415.313");
  }

  @ParameterizedTest
  @CsvSource({
    "gj, GJ",
    "24, GJ",
    "Gujarat, gj",
    "24, Gujarat",
    "ગુજરાત, GJ",
    "IN-GJ, 24",
    "25, 26",
    "DN, DD"
  })
  void one_point_is_one_place_whatever_its_state_is_called(String one, String other) {
    PostPlace wanted = place(null, one, "22.3039", "70.8022", null);
    PostPlace offered = place(null, other, "22.3039", "70.8022", null);

    assertThat(PlaceFit.of(List.of(wanted), offered))
        .hasValueSatisfying(
            fit -> {
              assertThat(fit.location()).isEqualByComparingTo("1");
              assertThat(fit.km()).isEqualByComparingTo("0");
            });
  }

  @Test
  void a_state_told_by_its_name_is_the_one_told_by_its_code() {
    PostPlace byName = new PostPlace(null, "Rajkot", "gujarat", null, null, "IN", null, null, null);

    assertThat(PlaceFit.of(List.of(byName), RAJKOT)).isPresent();
    assertThat(PlaceFit.of(List.of(byName), place("Rajkot", "23", null, null, null))).isEmpty();
  }

  @Test
  void without_coordinates_the_state_decides_unless_the_buyer_accepts_others() {
    PostPlace wanted = place("Rajkot", "24", null, null, 100);
    PostPlace jhabua = place("Jhabua", "23", null, null, null);
    PostPlace morbi = place("Morbi", "24", null, null, null);

    assertThat(PlaceFit.of(List.of(wanted), jhabua, false)).isEmpty();
    assertThat(PlaceFit.of(List.of(wanted), morbi, false)).isEmpty();
    for (PostPlace offered : List.of(jhabua, morbi)) {
      assertThat(PlaceFit.of(List.of(wanted), offered, true))
          .hasValueSatisfying(
              fit -> {
                assertThat(fit.location()).isEqualByComparingTo("0.5");
                assertThat(fit.km()).isNull();
              });
    }
  }

  @Test
  void a_city_of_the_same_name_in_another_state_is_another_city() {
    PostPlace inBihar = place("Aurangabad", "10", "24.7520", "84.3742", null);
    PostPlace inMaharashtra = place("Aurangabad", "27", "19.8762", "75.3433", null);

    assertThat(PlaceFit.of(List.of(within(inBihar, "100")), inMaharashtra)).isEmpty();
  }

  @Test
  void of_several_places_the_one_that_fits_best_counts() {
    assertThat(PlaceFit.of(List.of(within(COIMBATORE, "5000"), within(JHABUA, "100")), DAHOD))
        .hasValueSatisfying(fit -> assertThat(fit.wanted().city()).isEqualTo("Coimbatore"));
    assertThat(PlaceFit.of(List.of(within(COIMBATORE, "1000"), within(JHABUA, "100")), DAHOD))
        .hasValueSatisfying(fit -> assertThat(fit.wanted().city()).isEqualTo("Jhabua"));
  }

  @Test
  void the_same_registered_place_is_no_distance_away() {
    UUID id = UUID.randomUUID();
    PostPlace place = new PostPlace(id, null, null, null, null, "IN", null, null, null);

    assertThat(PlaceFit.of(List.of(place), place))
        .hasValueSatisfying(fit -> assertThat(fit.km()).isEqualByComparingTo("0"));
  }

  private static void assertFit(
      PostPlace wanted, PostPlace offered, boolean otherStates, String score, String km) {
    Optional<PlaceFit> found = PlaceFit.of(List.of(wanted), offered, otherStates);
    if (score.equals("none")) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found)
          .hasValueSatisfying(
              fit -> {
                assertThat(fit.location()).isEqualByComparingTo(score);
                assertThat(fit.km()).isEqualByComparingTo(km);
              });
    }
  }

  private static PostPlace within(PostPlace place, String most) {
    return new PostPlace(
        null,
        place.city(),
        null,
        place.stateCode(),
        null,
        "IN",
        place.latitude(),
        place.longitude(),
        most.equals("none") ? null : Integer.valueOf(most));
  }

  private static PostPlace place(
      String city, String state, String latitude, String longitude, Integer most) {
    return new PostPlace(
        null,
        city,
        null,
        state,
        null,
        "IN",
        latitude == null ? null : new BigDecimal(latitude),
        longitude == null ? null : new BigDecimal(longitude),
        most);
  }
}
