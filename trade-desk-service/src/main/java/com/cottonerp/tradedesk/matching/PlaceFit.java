package com.cottonerp.tradedesk.matching;

import com.cottonerp.contracts.trade.v1.PostPlace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How well the place of goods fits where they are wanted. Pure.
 *
 * @param wanted the delivery place that fits
 * @param location 1 at the same place or in the same city, down to 0.5 at the greatest distance,
 *     0.5 across a border
 */
record PlaceFit(PostPlace wanted, BigDecimal location) {
  private static final double EARTH_RADIUS_KM = 6371;
  private static final int DEFAULT_MAX_KM = 50;
  private static final int SCALE = 4;
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** The best of the places that fit; empty when none does. */
  static Optional<PlaceFit> of(List<PostPlace> wanted, PostPlace offered) {
    return wanted.stream()
        .map(place -> of(place, offered))
        .flatMap(Optional::stream)
        .max(Comparator.comparing(PlaceFit::location));
  }

  private static Optional<PlaceFit> of(PostPlace wanted, PostPlace offered) {
    if (wanted.locationId() != null && wanted.locationId().equals(offered.locationId())) {
      return Optional.of(new PlaceFit(wanted, BigDecimal.ONE));
    }
    if (!wanted.country().equals(offered.country())) {
      // Goods travel across a border by ship, not by lorry: licences decide, not kilometres.
      return Optional.of(new PlaceFit(wanted, HALF));
    }
    if (statesDiffer(wanted, offered)) {
      return Optional.empty();
    }
    if (wanted.city() != null && wanted.city().equalsIgnoreCase(offered.city())) {
      return Optional.of(new PlaceFit(wanted, BigDecimal.ONE));
    }
    return byDistance(wanted, offered);
  }

  private static boolean statesDiffer(PostPlace wanted, PostPlace offered) {
    if (wanted.stateCode() != null && offered.stateCode() != null) {
      return !wanted.stateCode().equals(offered.stateCode());
    }
    return wanted.state() != null
        && offered.state() != null
        && !wanted.state().equalsIgnoreCase(offered.state());
  }

  private static Optional<PlaceFit> byDistance(PostPlace wanted, PostPlace offered) {
    if (wanted.latitude() == null
        || wanted.longitude() == null
        || offered.latitude() == null
        || offered.longitude() == null) {
      return Optional.empty();
    }
    int most = wanted.maxDistanceKm() == null ? DEFAULT_MAX_KM : wanted.maxDistanceKm();
    double distance = distanceKm(wanted, offered);
    return distance > most
        ? Optional.empty()
        : Optional.of(
            new PlaceFit(
                wanted,
                BigDecimal.valueOf(1 - distance / most / 2).setScale(SCALE, RoundingMode.HALF_UP)));
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
