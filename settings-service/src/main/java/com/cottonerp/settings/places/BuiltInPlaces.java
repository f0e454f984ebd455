package com.cottonerp.settings.places;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The cotton towns of India, for a deployment without a map. The answers never change. */
@DefaultBean
@ApplicationScoped
class BuiltInPlaces implements PlaceLookup {
  private static final String LIST = "/places/cotton-towns.csv";
  private final List<Place> places = read();

  @Override
  public Uni<List<Place>> search(String text, int limit) {
    String wanted = lower(text.strip());
    return Uni.createFrom()
        .item(
            places.stream()
                .filter(
                    place ->
                        lower(place.name()).contains(wanted)
                            || lower(place.district()).contains(wanted))
                .sorted(
                    Comparator.comparing((Place place) -> !lower(place.name()).startsWith(wanted))
                        .thenComparing(Place::name))
                .limit(limit)
                .toList());
  }

  @Override
  public Uni<Optional<Place>> find(String placeId) {
    return Uni.createFrom()
        .item(places.stream().filter(place -> place.placeId().equals(placeId)).findFirst());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static List<Place> read() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                BuiltInPlaces.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> place(line.split(","))).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Place place(String... column) {
    return new Place(
        column[0],
        column[1],
        column[1],
        column[2],
        column[3],
        column[4],
        "IN",
        column[5],
        new BigDecimal(column[6]),
        new BigDecimal(column[7]),
        "Asia/Kolkata",
        "built-in");
  }
}
