package com.cottonerp.defaults.openapi;

import com.cottonerp.defaults.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What the defaults answer, whatever the operation. */
enum CommonProblem {
  MALFORMED(
      400,
      "malformed-json",
      "The request body is not what the operation reads",
      "The body is not valid JSON"),
  UNREADABLE(
      400,
      "invalid-request",
      "The address, a header or the body cannot be read",
      "The request cannot be understood"),
  UNAUTHENTICATED(
      401, "not-authenticated", "No valid bearer token", "A valid bearer token is needed"),
  FORBIDDEN(
      403,
      "permission-missing",
      "The token lacks the permission, or the thing is someone else's: permission-missing,"
          + " internal-users-only, somebody-elses-partner, not-your-application, no-partner",
      "The permission for this is missing"),
  UNKNOWN(404, "not-found", "There is no such thing", "Nothing is there"),
  NOT_ACCEPTABLE(
      406,
      "not-acceptable",
      "The answer cannot be given in an accepted media type",
      "Accept application/json"),
  TOO_LARGE(
      413,
      "request-too-large",
      "The body is larger than this service accepts",
      "The body is too large"),
  UNSUPPORTED(
      415,
      "unsupported-media-type",
      "The body is not of a media type that this address accepts",
      "The media type is not accepted"),
  CONCURRENT(
      409,
      "concurrent-change",
      "Somebody else changed it at the same time, it exists already, or an earlier version kept"
          + " the Idempotency-Key for nobody knows whom (idempotency-key-of-before)",
      "Read it again and repeat the change"),
  STALE(
      412,
      "stale-version",
      "If-Match names another version than the current one, or If-Applied an event that is not"
          + " applied yet (not-yet-applied)",
      "Read it again and repeat the change"),
  NOT_APPLIED(
      412,
      "not-yet-applied",
      "If-Applied names an event that is not applied yet; Retry-After says when to repeat it",
      "An event that If-Applied names is not applied here yet"),
  WRONG_FIELDS(
      422,
      "invalid-request",
      "Fields are wrong, a query parameter is not known (unknown-parameter), or the Idempotency-Key was used for another request (idempotency-key-reused); errors says which fields",
      "Some fields are wrong"),
  UNCONDITIONAL(
      428,
      "if-match-required",
      "If-Match is missing",
      "Send the ETag of the version that is to be changed"),
  TOO_MANY(
      429,
      "too-many-requests",
      "More requests than one client may make; Retry-After says when to repeat it",
      "Repeat the request later"),
  DATABASE_AWAY(
      503,
      "temporarily-unavailable",
      "The database cannot be reached, a read model is being filled, or the request waited too"
          + " long for others or files are being uploaded by too many (busy); Retry-After says"
          + " when to repeat",
      "Repeat the request later");

  private final int status;
  private final String type;
  private final String meaning;
  private final String detail;

  CommonProblem(int status, String type, String meaning, String detail) {
    this.status = status;
    this.type = type;
    this.meaning = meaning;
    this.detail = detail;
  }

  /** As a document names it. */
  String status() {
    return Integer.toString(status);
  }

  String meaning() {
    return meaning;
  }

  /** The framework writes a bare "Not Allowed" of its own. */
  boolean replacesTheFrameworks(APIResponse given) {
    String description = given.getDescription();
    return given.getContent() == null
        && (description == null
            || description.isBlank()
            || description.startsWith("Not A")
            || description.equals("Bad Request"));
  }

  Map<String, Object> example() {
    // In this order in every build: the document is committed.
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", Problem.typeUri(type));
    example.put("title", meaning);
    example.put("status", status);
    example.put("detail", detail);
    return example;
  }
}
