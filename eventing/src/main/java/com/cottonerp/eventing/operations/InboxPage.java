package com.cottonerp.eventing.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.Nullable;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Some of what waits or is missing, longest first.
 *
 * @param next what {@code ?after=} must say to get the following page; null at the end
 */
public record InboxPage<T>(
    List<T> items, @Nullable @Schema(description = "Null on the last page") String next) {

  /** A row and its place in the list. */
  record Row<T>(String place, T view) {}

  /**
   * Makes a page from up to {@code limit + 1} rows: the extra one only tells that there is more.
   */
  static <T> InboxPage<T> of(List<Row<T>> rows, int limit) {
    boolean more = rows.size() > limit;
    List<Row<T>> shown = more ? rows.subList(0, limit) : rows;
    return new InboxPage<>(
        shown.stream().map(Row::view).toList(), more ? cursor(shown.get(limit - 1).place()) : null);
  }

  private static String cursor(String place) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
  }

  /** The place behind which a page begins; before all places for what is no cursor of a page. */
  static String place(String cursor) {
    try {
      return cursor == null
          ? ""
          : new String(Base64.getUrlDecoder().decode(cursor), UTF_8).replace("\0", "");
    } catch (IllegalArgumentException made) {
      return "";
    }
  }
}
