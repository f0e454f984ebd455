package com.cottonerp.defaults.paging;

import com.cottonerp.defaults.problem.InvalidField;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a page of a list begins: behind the last thing of the page before. {@link Cursors} has
 * checked before an operation gets it that it is of the same list and of the same caller.
 * Immutable.
 */
@Schema(
    type = SchemaType.STRING,
    description =
        "next of the page before; opaque, of the same caller, and with the same other parameters")
public final class After {
  private final String position;

  // WHY private: JAX-RS would take it for the way from the query parameter.
  private After(String position) {
    this.position = position;
  }

  /** Reads the query parameter. */
  public static After valueOf(String cursor) {
    return new After(Cursors.positionIn(cursor));
  }

  /** What the operation gave to {@link Page#of}. */
  public String position() {
    return position;
  }

  /** The id at which the page before ended; for lists that are in the order of ids. */
  public UUID id() {
    try {
      return UUID.fromString(position);
    } catch (IllegalArgumentException made) {
      throw refused();
    }
  }

  /** What a client is told who made a cursor, or changed one. */
  public static RuntimeException refused() {
    return new InvalidField("/after", Cursors.EXPECTED).refused();
  }
}
