package com.cottonerp.defaults.http;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.util.Arrays;

/** {@code ETag} and {@code If-Match}: the version of an aggregate, quoted. */
public final class EntityTags {
  private EntityTags() {}

  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /** For a change that must name the version it changes: 428 when missing, 412 when stale. */
  public static void require(String ifMatch, long version) {
    if (ifMatch == null) {
      throw new IfMatchRequired().refused();
    }
    check(ifMatch, version);
  }

  /** For a change that may name the version it changes: 412 when named and stale. */
  public static void check(String ifMatch, long version) {
    if (ifMatch != null && !names(ifMatch, of(version))) {
      throw new StaleVersion(ifMatch, of(version)).refused();
    }
  }

  // RFC 9110, 13.1.1: any of a list may match, weak tags never do.
  private static boolean names(String ifMatch, String current) {
    return ifMatch.strip().equals("*")
        || Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(current::equals);
  }

  @Explained(
      means = "The change must name the version that it changes.",
      remedy = "Read the thing and send its ETag as If-Match.")
  record IfMatchRequired() implements Refusal {
    @Override
    public int status() {
      return 428;
    }

    @Override
    public String detail() {
      return "Say in If-Match which version you change: the ETag of your last read";
    }
  }

  @Explained(
      means = "Somebody has changed the thing since the version that If-Match names.",
      remedy =
          "Read the thing again, and repeat the change with the new ETag if it still makes sense.")
  record StaleVersion(String given, String current) implements Refusal {
    @Override
    public int status() {
      return 412;
    }

    @Override
    public String detail() {
      return "If-Match names %s, the current version is %s".formatted(given, current);
    }
  }
}
