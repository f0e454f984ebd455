package com.cottonerp.defaults.events;

import com.cottonerp.defaults.problem.InvalidField;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The preference {@code wait} (RFC 7240) of a request. Pure.
 *
 * @param seconds how long to wait; never more than {@value #MOST}
 * @param isAsked false when the request leaves it to the service
 */
record PreferredWait(int seconds, boolean isAsked) {
  static final String HEADER = "Prefer";
  static final int MOST = 10;
  private static final int UNLESS_ASKED = 2;
  private static final Pattern WAIT =
      Pattern.compile("(?i)(?:^|,)[ \\t]*wait[ \\t]*=[ \\t]*\"?([^\",;]*?)\"?[ \\t]*(?=[,;]|$)");

  /**
   * Refuses a wait that is no number of seconds; other preferences are ignored.
   *
   * @param header null when the request has none
   */
  static PreferredWait of(String header) {
    Matcher wait = WAIT.matcher(header == null ? "" : header);
    if (!wait.find()) {
      return new PreferredWait(UNLESS_ASKED, false);
    }
    if (!wait.group(1).matches("\\d{1,9}")) {
      throw new InvalidField("/" + HEADER, "wait is a number of seconds, such as wait=2").refused();
    }
    return new PreferredWait(Math.min(MOST, Integer.parseInt(wait.group(1))), true);
  }

  /** What the answer says. */
  String applied() {
    return "wait=" + seconds;
  }
}
