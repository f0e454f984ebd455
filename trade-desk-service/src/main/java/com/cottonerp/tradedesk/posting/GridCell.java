package com.cottonerp.tradedesk.posting;

import com.cottonerp.contracts.trade.v1.PostPlace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The square of one degree in which a place lies, as one number: the database finds what lies near
 * by the squares around, with a plain index. Pure.
 */
public final class GridCell {
  private static final double EARTH_RADIUS_KM = 6371;
  private static final int ROW = 1000;

  /** Beyond that many squares everything in the country is looked at. */
  private static final int MOST_CELLS = 100;

  private GridCell() {}

  /** Null for a place without coordinates. */
  public static Integer of(PostPlace place) {
    return hasCoordinates(place) ? cell(floor(place.latitude()), floor(place.longitude())) : null;
  }

  public static boolean hasCoordinates(PostPlace place) {
    return place.latitude() != null && place.longitude() != null;
  }

  /**
   * Every square that is touched by a circle around a place. Empty when there are too many squares,
   * and when the circle reaches a pole or the meridian of 180 degrees.
   */
  public static Optional<Set<Integer>> within(PostPlace center, int km) {
    double angle = km / EARTH_RADIUS_KM;
    double latitude = center.latitude().doubleValue();
    double longitude = center.longitude().doubleValue();
    double sine = Math.sin(angle) / Math.cos(Math.toRadians(latitude));
    if (sine >= 1 || angle >= Math.PI / 2) {
      return Optional.empty();
    }
    double north = Math.toDegrees(angle);
    double east = Math.toDegrees(Math.asin(sine));
    if (latitude + north >= 90
        || latitude - north <= -90
        || longitude + east >= 180
        || longitude - east < -180) {
      return Optional.empty();
    }
    return cells(
        (int) Math.floor(latitude - north),
        (int) Math.floor(latitude + north),
        (int) Math.floor(longitude - east),
        (int) Math.floor(longitude + east));
  }

  private static Optional<Set<Integer>> cells(int south, int north, int west, int east) {
    if ((north - south + 1) * (east - west + 1) > MOST_CELLS) {
      return Optional.empty();
    }
    Set<Integer> cells = new TreeSet<>();
    for (int row = south; row <= north; row++) {
      for (int column = west; column <= east; column++) {
        cells.add(cell(row, column));
      }
    }
    return Optional.of(cells);
  }

  private static int cell(int latitude, int longitude) {
    return latitude * ROW + longitude;
  }

  private static int floor(BigDecimal degrees) {
    return degrees.setScale(0, RoundingMode.FLOOR).intValueExact();
  }
}
