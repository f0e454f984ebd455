package com.cottonerp.defaults.lists;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.sources.BusinessDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

  private final List<String> texts = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  Conditions copy() {
    Conditions copy = new Conditions();
    copy.texts.addAll(texts);
    copy.values.putAll(values);
    return copy;
  }

  /**
   * @param hql names the value as {@code :name}
   */
  public Conditions add(String hql, String name, Object value) {
    if (value != null) {
      texts.add("(" + hql + ")");
      values.put(name, value);
    }
    return this;
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
    if (asked) {
      texts.add("(" + hql + ")");
    }
    return this;
  }

  /** A part of one of the texts, capitals or not. */
  public Conditions contains(String part, String... attributes) {
    if (part == null || part.isBlank()) {
      return this;
    }
    List<String> alternatives = new ArrayList<>();
    for (String attribute : attributes) {
      alternatives.add("lower(item." + attribute + ") like :text escape '!'");
    }
    return add(String.join(" or ", alternatives), "text", part(part));
  }

  /** A pattern of LIKE for a part of a text in small letters, with ! as its escape. */
  public static String part(String text) {
    return "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }

  /**
   * Things that were made within days of the business, both included. Goes by the id, a UUIDv7: a
   * range of days is a range of the primary key.
   */
  public Conditions made(LocalDate from, LocalDate to) {
    mustBeInOrder(from, to, "/createdTo");
    add("item.id >= :madeFrom", "madeFrom", from == null ? null : floor(startOf(from)));
    return add("item.id < :madeTo", "madeTo", to == null ? null : floor(endOf(to)));
  }

  /** A moment within days of the business, both included. */
  public Conditions during(String attribute, LocalDate from, LocalDate to, String parameterTo) {
    mustBeInOrder(from, to, "/" + parameterTo);
    String name = name(attribute);
    add(
        "item." + attribute + " >= :" + name + "From",
        name + "From",
        from == null ? null : startOf(from));
    return add(
        "item." + attribute + " < :" + name + "To", name + "To", to == null ? null : endOf(to));
  }

  private static void mustBeInOrder(LocalDate from, LocalDate to, String pointer) {
    if (from != null && to != null && to.isBefore(from)) {
      throw new InvalidField(pointer, "is not before the first day").refused();
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

  private static UUID floor(Instant at) {
    return new UUID(at.toEpochMilli() << 16, 0);
  }

  private static String name(String attribute) {
    return attribute.replace('.', '_');
  }

  String text() {
    return String.join(" and ", texts);
  }

  Map<String, Object> values() {
    return values;
  }
}
