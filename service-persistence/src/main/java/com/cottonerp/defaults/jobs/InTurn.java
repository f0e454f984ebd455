package com.cottonerp.defaults.jobs;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Works on items one after the other. The work begins its own transaction for each item; an item
 * that fails is reported and does not stop the items after it. Immutable.
 *
 * @param failed gets each item that failed, with the failure
 */
public record InTurn<T>(BiConsumer<T, Throwable> failed) {

  /** Ends when all items were tried; never fails because of an item. */
  public Uni<Void> each(List<T> items, Function<T, Uni<Void>> work) {
    return Multi.createFrom()
        .iterable(items)
        .onItem()
        .transformToUniAndConcatenate(
            item ->
                work.apply(item)
                    .onFailure()
                    .invoke(failure -> failed.accept(item, failure))
                    .onFailure()
                    .recoverWithNull())
        .collect()
        .last()
        .replaceWithVoid();
  }

  /**
   * Works on all items of a query, each page read in a session of its own.
   *
   * @param batch how many items a page has; a page with fewer is the last one
   * @param after the cursor before the first item
   * @param page at most {@code batch} items after a cursor, in the order of the cursors
   * @param cursor where an item stands in that order
   */
  public <C> Uni<Void> everyPage(
      int batch,
      C after,
      Function<C, Uni<List<T>>> page,
      Function<T, C> cursor,
      Function<T, Uni<Void>> work) {
    return Panache.withSession(() -> page.apply(after))
        .call(items -> each(items, work))
        .chain(
            items ->
                items.size() < batch
                    ? Uni.createFrom().voidItem()
                    : everyPage(
                        batch, cursor.apply(items.get(items.size() - 1)), page, cursor, work));
  }
}
