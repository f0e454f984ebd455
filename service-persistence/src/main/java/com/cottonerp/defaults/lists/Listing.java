package com.cottonerp.defaults.lists;

import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A list of things of one type: which ones, in which order. Immutable.
 *
 * @param type an entity with the attribute {@code id}
 */
public record Listing<A>(Class<A> type, Conditions conditions, Order<A> order) {
  private static final int EXPORTED_AT_ONCE = 500;
  private static final int MOST_FOUND = 10_000;

  /** A page of the list; in the caller's session. */
  public <V> Uni<Page<V>> page(PageRequest page, Function<A, V> view) {
    return pageOf(page, rows -> Uni.createFrom().item(rows.stream().map(view).toList()));
  }

  /**
   * A page whose views need more than the things themselves; in the caller's session.
   *
   * @param views one for each thing, in their order
   */
  public <V> Uni<Page<V>> pageOf(PageRequest page, Function<List<A>, Uni<List<V>>> views) {
    return PlannedForValues.run(
            session ->
                narrowed(session)
                    .chain(which -> rows(session, which, page.position(), page.limit() + 1)))
        .map(found -> Page.of(found, page.limit(), Function.identity(), order::position))
        .chain(shown -> views.apply(shown.items()).map(items -> new Page<>(items, shown.next())));
  }

  /**
   * The whole list, page by page: one page is in memory, and no session is open between pages.
   * Until the first page is there, it may fail. A search is made once, for the first page.
   */
  public <V> Multi<String> csv(CsvLines<V> lines, Function<A, V> view) {
    return csvOf(lines, rows -> Uni.createFrom().item(rows.stream().map(view).toList()));
  }

  /** As {@link #csv}, with views as of {@link #pageOf}. */
  public <V> Multi<String> csvOf(CsvLines<V> lines, Function<List<A>, Uni<List<V>>> views) {
    AtomicReference<String> last = new AtomicReference<>();
    AtomicReference<Conditions> searched = new AtomicReference<>();
    return Multi.createBy()
        .repeating()
        .uni(
            () -> {
              String after = last.get();
              return Panache.withSession(
                  () ->
                      exported(searched, after)
                          .invoke(
                              found ->
                                  last.set(
                                      found.size() < EXPORTED_AT_ONCE
                                          ? null
                                          : order.position(found.get(found.size() - 1))))
                          .chain(found -> views.apply(found))
                          .map(items -> (after == null ? lines.names() : "") + lines.of(items)));
            })
        .whilst(written -> last.get() != null);
  }

  /** How many there are, by the value of an attribute; in the caller's session. */
  public Uni<StatusCounts> countBy(String attribute) {
    String by = "item." + attribute;
    String hql = "select " + by + ", count(*) " + from(conditions) + " group by " + by;
    return PlannedForValues.run(
            session ->
                named(
                        session.createSelectionQuery(
                            hql + " order by count(*) desc", Object[].class),
                        conditions)
                    .getResultList())
        .map(StatusCounts::of);
  }

  private Uni<List<A>> exported(AtomicReference<Conditions> searched, String after) {
    return PlannedForValues.run(
        session ->
            (after == null
                    ? narrowed(session).invoke(searched::set)
                    : Uni.createFrom().item(searched.get()))
                .chain(which -> rows(session, which, after, EXPORTED_AT_ONCE)));
  }

  private Uni<List<A>> rows(Mutiny.Session session, Conditions which, String after, int most) {
    Conditions behind = which.copy();
    order.behind(after, behind);
    return firstOfEach(session, behind, most);
  }

  /**
   * What a search finds, if that is not too much to name. WHY: PostgreSQL does not know how rare a
   * word is, hopes for a page soon, and walks along all things for a word that none of them has.
   * What many have fills a page soon.
   */
  private Uni<Conditions> narrowed(Mutiny.Session session) {
    if (!conditions.hasSearch()) {
      return Uni.createFrom().item(conditions);
    }
    Conditions search = conditions.searchAlone();
    String hql = "select item.id " + from(search);
    return PlannedForValues.byTheIndexesOfConditions(
            session,
            () ->
                named(session.createSelectionQuery(hql, UUID.class), search)
                    .setMaxResults(MOST_FOUND + 1)
                    .getResultList())
        .map(found -> found.size() > MOST_FOUND ? conditions : conditions.withFound(found));
  }

  private Uni<List<A>> firstOfEach(Mutiny.Session session, Conditions all, int most) {
    Uni<List<A>> found = Uni.createFrom().item(List.of());
    for (Conditions branch : all.branches()) {
      found =
          found.chain(
              before -> first(session, branch, most).map(more -> order.merged(before, more, most)));
    }
    return found;
  }

  private Uni<List<A>> first(Mutiny.Session session, Conditions which, int most) {
    String hql = "select item " + from(which) + " order by " + order.by();
    return named(session.createSelectionQuery(hql, type), which)
        .setMaxResults(most)
        .getResultList();
  }

  private String from(Conditions which) {
    String where = which.text();
    return "from " + type.getSimpleName() + " item" + (where.isEmpty() ? "" : " where " + where);
  }

  private static <R> Mutiny.SelectionQuery<R> named(
      Mutiny.SelectionQuery<R> query, Conditions conditions) {
    conditions.values().forEach(query::setParameter);
    return query;
  }
}
