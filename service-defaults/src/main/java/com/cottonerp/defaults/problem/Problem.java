package com.cottonerp.defaults.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A problem detail (RFC 9457). The {@code type} is stable and names one kind of refusal; {@code
 * errors} says which fields are wrong, as JSON pointers into the request body.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String traceId,
    List<FieldError> errors) {
  public static final String MEDIA_TYPE = "application/problem+json";
  private static final String TYPE_BASE = "https://problems.cotton-erp.example/";

  /** One field that is wrong. */
  public record FieldError(String pointer, String detail) {}

  /** The URI of a type such as {@code not-found}. */
  public static String typeUri(String type) {
    return TYPE_BASE + type;
  }
}
