package com.cottonerp.pubsub.broker;

import java.util.regex.Pattern;

/** The names of topics, subscriptions and snapshots. */
final class Names {
  /** The service's name for the deleted topic of a subscription. */
  static final String DELETED_TOPIC = "_deleted-topic_";

  private static final Pattern SHORT_NAME = Pattern.compile("(?!goog)[A-Za-z][\\w.~+%-]{2,254}");
  private static final Pattern PROJECT = Pattern.compile("[A-Za-z0-9][\\w.:-]*");

  private Names() {}

  /**
   * @param kind as it stands in the name, such as {@code topics}
   */
  static void check(String name, String kind) {
    String[] parts = name.split("/", -1);
    boolean right =
        parts.length == 4
            && parts[0].equals("projects")
            && PROJECT.matcher(parts[1]).matches()
            && parts[2].equals(kind)
            && SHORT_NAME.matcher(parts[3]).matches();
    if (!right) {
      throw Refusals.invalid(
          "Invalid resource name given (name=%s). It must have the form projects/PROJECT/%s/NAME",
          name, kind);
    }
  }

  static String project(String name) {
    return name.split("/")[1];
  }

  static String shortName(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
