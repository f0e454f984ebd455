package com.cottonerp.defaults.problem;

import java.util.List;
import java.util.Locale;

/** The problems that need no {@link Refusal}: what frameworks, databases and limits refuse. */
public enum StandardProblem {
  INVALID_REQUEST(
      "Invalid request",
      InvalidField.MEANS,
      "Correct the request; a repetition gets the same answer.",
      422,
      400),
  MALFORMED_JSON("Malformed JSON", "The body is not well-formed JSON.", "Correct the body.", 400),
  UNKNOWN_PARAMETER(
      "Unknown parameter",
      "The address does not know a query parameter of the request; errors names it, and those that"
          + " the address knows.",
      "Correct the name, or leave the parameter out.",
      422),
  NOT_AUTHENTICATED(
      "Not authenticated",
      "The request has no bearer token, or its token is invalid or expired.",
      "Get a new token from the identity provider.",
      401),
  PERMISSION_MISSING(
      "Permission missing",
      "The token lacks the permissions that the operation needs; the document names them as"
          + " x-permissions.",
      "Ask for the permission, or let somebody with the permission do it.",
      403),
  NOT_FOUND("Not found", "There is nothing at this address.", "Check the address and the id.", 404),
  METHOD_NOT_ALLOWED(
      "Method not allowed",
      "The address does not know the method.",
      "Look into the document for the methods of the address.",
      405),
  NOT_ACCEPTABLE(
      "Not acceptable",
      "The answer cannot be given in a media type that the request accepts.",
      "Accept application/json.",
      406),
  CONCURRENT_CHANGE(
      "Concurrent change",
      "Somebody else changed the thing at the same time, or what was to be made exists already.",
      "Read the thing again, and repeat the change if it still makes sense.",
      409),
  REQUEST_TOO_LARGE(
      "Request too large",
      "The body is larger than the service accepts.",
      "Send less at once.",
      413),
  UNSUPPORTED_MEDIA_TYPE(
      "Unsupported media type",
      "The body is of a media type that the address does not read.",
      "Send the media type that the document names, with its Content-Type.",
      415),
  TOO_MANY_REQUESTS(
      "Too many requests",
      "The client asks for more than one client may.",
      "Repeat the request after Retry-After.",
      429),
  UNEXPECTED(
      "Unexpected failure",
      "The request failed and changed nothing; the failure is in the log under the trace id.",
      "Repeat the request once with the same Idempotency-Key; then report the traceId.",
      500),
  BUSY(
      "Busy",
      "The request waited too long for others, or too many files are being uploaded. Nothing was"
          + " changed.",
      "Repeat the request after Retry-After.",
      503),
  NOT_READY(
      "Not ready",
      "A read model is being filled, and nothing is decided by what it lacks.",
      "Repeat the request after Retry-After.",
      503),
  REQUEST_TIMEOUT(
      "Request timeout",
      "The request was not answered in time, and may still be carried out.",
      "Repeat the request with the same Idempotency-Key.",
      503),
  TEMPORARILY_UNAVAILABLE(
      "Temporarily unavailable",
      "The service cannot reach its database.",
      "Repeat the request after Retry-After.",
      503);

  private final String title;
  private final String means;
  private final String remedy;
  private final List<Integer> statuses;

  StandardProblem(String title, String means, String remedy, Integer... statuses) {
    this.title = title;
    this.means = means;
    this.remedy = remedy;
    this.statuses = List.of(statuses);
  }

  /** The stable end of the type's URI: {@code not-found}. */
  public String type() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String title() {
    return title;
  }

  public String means() {
    return means;
  }

  public String remedy() {
    return remedy;
  }

  /** The usual one first. */
  public List<Integer> statuses() {
    return statuses;
  }

  int status() {
    return statuses.get(0);
  }
}
