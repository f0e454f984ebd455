package com.cottonerp.defaults.jobs;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/**
 * Works on items one after the other, in the caller's transaction: the first failure ends it. Where
 * each item has a transaction of its own, see {@link InTurn}. Thread-safe.
 */
public final class OneByOne {
  private OneByOne() {}

  public static <T> Uni<Void> each(List<T> items, Function<T, Uni<?>> work) {
    return Multi.createFrom()
        .iterable(items)
        .onItem()
        .transformToUniAndConcatenate(item -> work.apply(item).replaceWithVoid())
        .collect()
        .last()
        .replaceWithVoid();
  }
}
