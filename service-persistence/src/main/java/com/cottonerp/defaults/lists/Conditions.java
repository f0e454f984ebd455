package com.cottonerp.defaults.lists;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.defaults.sources.IdSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the things of a list have in common: conditions in HQL, all of which are true, with the
 * values that they name. The thing is {@code item} where a condition has to name it. What the
 * caller does not ask for ({@code null}) leaves no condition behind. WHY: one plan for everything
 * that may be asked would serve all of it badly. Not thread-safe.
 */
public final class Conditions {
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  /** A thing takes its id and its moment one after the other, maybe from two clocks. */
  private static final Duration ID_AND_MOMENT_APART = Duration.ofDays(1);

  private final List<String> texts = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();
  private List<String> either = List.of();
  private Search search;

  /** A condition that an index answers without the order of the list. */
  private record Search(String hql, Map<String, Object> values) {}

  Conditions copy() {
    Conditions copy = new Conditions();
    copy.texts.addAll(texts);
    copy.values.putAll(values);
    copy.either = either;
    copy.search = search;
    return copy;
  }

  /**
   * @param hql names the value as {@code :name}
   */
  public Conditions add(String hql, String name, Object value) {
    return value == null ? this : always(hql).value(name, value);
  }

  /**
   * One of two conditions on the same value, each of which an index answers in the order of the
   * list. WHY: for both at once PostgreSQL has no such index; it walks along all things until it
   * has a page, or sorts all that the two find.
   */
  public Conditions either(String one, String other, String name, Object value) {
    if (value == null) {
      return this;
    }
    if (!either.isEmpty()) {
      return add(one + " or " + other, name, value);
    }
    either = List.of(one, other);
    return value(name, value);
  }

  /** What together finds the same things; more than one for {@link #either}. */
  List<Conditions> branches() {
    if (either.isEmpty()) {
      return List.of(this);
    }
    return either.stream()
        .map(
            one -> {
              Conditions branch = copy();
              branch.either = List.of();
              return branch.always(one);
            })
        .toList();
  }

  /**
   * A condition that an index answers without the order of the list; one for a list.
   *
   * @param values all that it names
   */
  public Conditions search(String hql, Map<String, Object> values) {
    search = new Search("(" + hql + ")", values);
    return this;
  }

  boolean hasSearch() {
    return search != null;
  }

  /** The search alone. */
  Conditions searchAlone() {
    Conditions alone = new Conditions();
    alone.search = search;
    return alone;
  }

  /** The same, for those that the search has found. */
  Conditions withFound(List<UUID> found) {
    Conditions narrowed = copy();
    narrowed.search =
        new Search(
            "cast(sql('? = any(?)', item.id, :found) as Boolean) = true",
            Map.of("found", found.toArray(UUID[]::new)));
    return narrowed;
  }

  /** A further value that a condition names. */
  public Conditions value(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** The attribute has the value. */
  public Conditions is(String attribute, Object value) {
    return add("item." + attribute + " = :" + name(attribute), name(attribute), value);
  }

  public Conditions when(boolean asked, String hql) {
    return asked ? always(hql) : this;
  }

  /** Whatever the caller asks for. */
  public Conditions always(String hql) {
    texts.add("(" + hql + ")");
    return this;
  }

  /**
   * Every word that the caller gives is the beginning of a word of these texts, capitals or not.
   *
   * @param asked text of the parameter {@code q}; blank for any
   * @param texts attributes, three at most; an index has {@code search_words} of the same three
   */
  public Conditions words(String asked, String... texts) {
    return asked == null || asked.isBlank()
        ? this
        : search(SearchWords.in(texts), Map.of(SearchWords.NAME, SearchWords.asked(asked)));
  }

  /**
   * Things that were made within days of the business, both included. Goes by the id, a UUIDv7: a
   * range of days is a range of the primary key.
   *
   * @param parameter of the days without From and To, for a refusal
   */
  public Conditions made(LocalDate from, LocalDate to, String parameter) {
    mustBeInOrder(from, to, parameter);
    return withinIdsOf(from, to, Duration.ZERO);
  }

  /**
   * As {@link #made}, by the moment at which the thing was made. WHY by the id as well: the list is
   * read in the order of ids, and PostgreSQL does not know that ids and moments go together. It
   * takes the things of these days to be everywhere, and walks along all younger ones.
   */
  public Conditions madeAt(String attribute, LocalDate from, LocalDate to, String parameter) {
    return during(attribute, from, to, parameter).withinIdsOf(from, to, ID_AND_MOMENT_APART);
  }

  /** As {@link #madeAt}, by the day on which the thing was made. */
  public Conditions madeOn(String attribute, LocalDate from, LocalDate to, String parameter) {
    return on(attribute, from, to, parameter).withinIdsOf(from, to, ID_AND_MOMENT_APART);
  }

  private Conditions withinIdsOf(LocalDate from, LocalDate to, Duration room) {
    return between(
        "id",
        from == null ? null : IdSource.firstOf(bounded(startOf(from).minus(room))),
        to == null ? null : IdSource.firstOf(bounded(endOf(to).plus(room))));
  }

  /** A moment within days of the business, both included; as {@link #made}. */
  public Conditions during(String attribute, LocalDate from, LocalDate to, String parameter) {
    mustBeInOrder(from, to, parameter);
    return between(attribute, from == null ? null : startOf(from), to == null ? null : endOf(to));
  }

  /** A day within days, both included; as {@link #made}. */
  public Conditions on(String attribute, LocalDate from, LocalDate to, String parameter) {
    mustBeInOrder(from, to, parameter);
    return between(
        attribute,
        from == null ? null : BusinessDay.of(startOf(from)),
        to == null ? null : BusinessDay.of(endOf(to)));
  }

  private Conditions between(String attribute, Object from, Object before) {
    String name = name(attribute);
    return add("item." + attribute + " >= :" + name + "From", name + "From", from)
        .add("item." + attribute + " < :" + name + "To", name + "To", before);
  }

  private static void mustBeInOrder(LocalDate from, LocalDate to, String parameter) {
    if (from != null && to != null && to.isBefore(from)) {
      throw new InvalidField("/" + parameter + "To", "is not before the first day").refused();
    }
  }

  // WHY bounded: PostgreSQL and a UUIDv7 know fewer years than Java.
  private static Instant startOf(LocalDate day) {
    return bounded(BusinessDay.startOf(day));
  }

  private static Instant endOf(LocalDate day) {
    return day.isAfter(BusinessDay.of(LATEST))
        ? LATEST
        : bounded(BusinessDay.startOf(day.plusDays(1)));
  }

  private static Instant bounded(Instant time) {
    if (time.isBefore(Instant.EPOCH)) {
      return Instant.EPOCH;
    }
    return time.isAfter(LATEST) ? LATEST : time;
  }

  private static String name(String attribute) {
    return attribute.replace('.', '_');
  }

  String text() {
    List<String> all = new ArrayList<>(texts);
    if (!either.isEmpty()) {
      all.add("(" + String.join(" or ", either) + ")");
    }
    if (search != null) {
      all.add(search.hql());
    }
    return String.join(" and ", all);
  }

  Map<String, Object> values() {
    Map<String, Object> all = new HashMap<>(values);
    if (search != null) {
      all.putAll(search.values());
    }
    return all;
  }
}
