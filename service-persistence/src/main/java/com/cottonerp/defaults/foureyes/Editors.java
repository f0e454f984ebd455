package com.cottonerp.defaults.foureyes;

import java.util.ArrayList;
import java.util.List;

/**
 * Who changed a thing, each once, stored with the thing. One JSON object, since the driver takes no
 * JSON array. As many as there are users, so not without a limit.
 */
public record Editors(List<String> users) {
  public static final Editors NOBODY = new Editors(List.of());

  public Editors {
    users = List.copyOf(users);
  }

  /** These and one more. */
  public Editors and(String user) {
    if (users.contains(user)) {
      return this;
    }
    List<String> more = new ArrayList<>(users);
    more.add(user);
    return new Editors(more);
  }

  /**
   * @param stored null in things from before editors were recorded
   */
  public static Editors of(Editors stored) {
    return stored == null ? NOBODY : stored;
  }
}
