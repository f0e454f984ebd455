package com.cottonerp.defaults.foureyes;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The ids of the users who made, changed, uploaded or verified a thing. None of them decides on the
 * thing, whatever their permissions. Pure; not thread-safe.
 */
public final class Contributors {
  private final String thing;
  private final Map<Part, Set<String>> users = new EnumMap<>(Part.class);

  private Contributors(String thing) {
    this.thing = thing;
  }

  /**
   * No users yet.
   *
   * @param thing what it is, to stand in a sentence: "application"
   */
  public static Contributors to(String thing) {
    return new Contributors(thing);
  }

  /**
   * @param user null when the user is not known: such things are older than this rule
   */
  public Contributors with(Part part, String user) {
    if (user != null) {
      users.computeIfAbsent(part, none -> new HashSet<>()).add(user);
    }
    return this;
  }

  /** As {@link #with(Part, String)}, for several. */
  public Contributors with(Part part, Collection<String> several) {
    several.forEach(user -> with(part, user));
    return this;
  }

  /**
   * Refuses somebody who had one of these parts.
   *
   * @param decider the ids of who decides, see {@code Caller.ids()}
   */
  public void mustNotDecide(Set<String> decider, Part... parts) {
    Arrays.stream(parts)
        .filter(part -> users.getOrDefault(part, Set.of()).stream().anyMatch(decider::contains))
        .findFirst()
        .ifPresent(
            part -> {
              throw new SomebodyElseDecides(thing, part).refused();
            });
  }

  /** Who had a part, each once. */
  public Set<String> of(Part part) {
    return Set.copyOf(users.getOrDefault(part, Set.of()));
  }

  /** Whether a user had one of these parts. */
  public boolean hadOneOf(String user, Part... parts) {
    return Arrays.stream(parts).anyMatch(part -> of(part).contains(user));
  }

  /** Refuses somebody who had any part in it. */
  public void mustNotDecide(Set<String> decider) {
    mustNotDecide(decider, Part.values());
  }
}
