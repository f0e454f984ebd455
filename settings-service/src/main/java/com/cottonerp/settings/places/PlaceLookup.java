package com.cottonerp.settings.places;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * Looks places up in a map. A deployment with a map provides its own bean, which replaces {@link
 * BuiltInPlaces}. Never called within a transaction.
 */
public interface PlaceLookup {
  /** Returns the matches of a text, best first; empty when no place matches. */
  Uni<List<Place>> search(String text, int limit);

  Uni<Optional<Place>> find(String placeId);
}
