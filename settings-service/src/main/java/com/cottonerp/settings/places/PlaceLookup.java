package com.cottonerp.settings.places;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * A map. A deployment that has one provides its own bean, which then takes the place of {@link
 * BuiltInPlaces}. Never called within a transaction.
 */
public interface PlaceLookup {
  /** The best matches of a text, best first; empty when nothing matches. */
  Uni<List<Place>> search(String text, int limit);

  Uni<Optional<Place>> find(String placeId);
}
