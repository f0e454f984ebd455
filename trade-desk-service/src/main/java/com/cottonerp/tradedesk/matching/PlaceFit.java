package com.cottonerp.tradedesk.matching;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.tradedesk.posting.GridCell;
import com.cottonerp.tradedesk.posting.PlaceState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How well the place of goods fits where they are wanted. Pure.
 *
 * <p>A greatest distance that the buyer gives decides where both places have coordinates, whatever
 * their states. Without one, goods of another state fit only when the buyer accepts other states,
 * and goods of the same state within 50 km.
 *
 * @param wanted the delivery place that fits
 * @param location 1 at the same place or in the same city, down to 0.5 at the greatest distance,
 *     0.5 across a border, and in another state whose distance is not known
 * @param km along the great circle; null across a border, and when it is not known
 */
record PlaceFit(PostPlace wanted, BigDecimal location, BigDecimal km) {
  private static final double EARTH_RADIUS_KM = 6371;
  private static final int DEFAULT_MAX_KM = 50;

  /** As far as a buyer may say: what any distance is measured by. */
  private static final int ANY_KM = 5000;

  private static final int SCALE = 4;
  private static final int KM_SCALE = 3;
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** The best of the places that fit; empty when none does. */
  static Optional<PlaceFit> of(List<PostPlace> wanted, PostPlace offered) {
    return of(wanted, offered, false);
  }

  /**
   * @param otherStates whether the buyer accepts goods of other states
   */
  static Optional<PlaceFit> of(List<PostPlace> wanted, PostPlace offered, boolean otherStates) {
    return wanted.stream()
        .map(place -> of(place, offered, otherStates))
        .flatMap(Optional::stream)
        .max(Comparator.comparing(PlaceFit::location));
  }

  private static Optional<PlaceFit> of(PostPlace wanted, PostPlace offered, boolean otherStates) {
    if (wanted.locationId() != null && wanted.locationId().equals(offered.locationId())) {
      return Optional.of(new PlaceFit(wanted, BigDecimal.ONE, BigDecimal.ZERO));
    }
    if (!wanted.country().equals(offered.country())) {
      // Goods travel across a border by ship, not by lorry: licences decide, not kilometres.
      return Optional.of(new PlaceFit(wanted, HALF, null));
    }
    boolean measurable = GridCell.hasCoordinates(wanted) && GridCell.hasCoordinates(offered);
    boolean elsewhere = PlaceState.differ(wanted, offered);
    if (!elsewhere && wanted.city() != null && wanted.city().equalsIgnoreCase(offered.city())) {
      return Optional.of(
          new PlaceFit(
              wanted, BigDecimal.ONE, measurable ? km(distanceKm(wanted, offered)) : null));
    }
    if (measurable) {
      return mostKm(wanted, elsewhere, otherStates).flatMap(most -> within(wanted, offered, most));
    }
    return otherStates ? Optional.of(new PlaceFit(wanted, HALF, null)) : Optional.empty();
  }

  /** Empty when no distance is near enough. */
  private static Optional<Integer> mostKm(
      PostPlace wanted, boolean elsewhere, boolean otherStates) {
    if (wanted.maxDistanceKm() != null) {
      return Optional.of(wanted.maxDistanceKm());
    }
    if (otherStates) {
      return Optional.of(ANY_KM);
    }
    return elsewhere ? Optional.empty() : Optional.of(DEFAULT_MAX_KM);
  }

  private static Optional<PlaceFit> within(PostPlace wanted, PostPlace offered, int most) {
    double distance = distanceKm(wanted, offered);
    return distance > most
        ? Optional.empty()
        : Optional.of(
            new PlaceFit(
                wanted,
                BigDecimal.valueOf(1 - distance / most / 2).setScale(SCALE, RoundingMode.HALF_UP),
                km(distance)));
  }

  private static BigDecimal km(double distance) {
    return BigDecimal.valueOf(distance).setScale(KM_SCALE, RoundingMode.HALF_UP);
  }

  /** Along the great circle. */
  static double distanceKm(PostPlace one, PostPlace other) {
    double lat1 = Math.toRadians(one.latitude().doubleValue());
    double lat2 = Math.toRadians(other.latitude().doubleValue());
    double byLat = Math.sin((lat2 - lat1) / 2);
    double byLon =
        Math.sin(
            Math.toRadians(other.longitude().doubleValue() - one.longitude().doubleValue()) / 2);
    double chord = byLat * byLat + Math.cos(lat1) * Math.cos(lat2) * byLon * byLon;
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
  }
}
