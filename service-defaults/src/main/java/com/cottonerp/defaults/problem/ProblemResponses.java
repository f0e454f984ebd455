package com.cottonerp.defaults.problem;

import com.cottonerp.defaults.problem.Problem.FieldError;
import com.cottonerp.defaults.text.Texts;
import io.opentelemetry.api.trace.Span;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The problems that need no refusal of their own. */
public final class ProblemResponses {
  private static final int RETRY_AFTER_SECONDS = 1;
  private static final int LONGEST_DETAIL = 1_000;
  private static final int LONGEST_POINTER = 200;

  private ProblemResponses() {}

  /** The answer to a refusal. */
  static Response of(Refusal refusal, List<FieldError> errors) {
    Problem problem =
        problem(refusal.status(), refusal.type(), refusal.title(), refusal.detail(), errors);
    return later(answer(problem), refusal.retryAfterSeconds());
  }

  static Response of(StandardProblem kind, String detail, List<FieldError> errors) {
    return answer(problem(kind, kind.status(), detail, errors));
  }

  static Response unauthenticated(String detail) {
    return Response.fromResponse(of(StandardProblem.NOT_AUTHENTICATED, detail, List.of()))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  /** What was read has changed by now, or what was to be made exists already. */
  public static Response concurrentChange() {
    return of(
        StandardProblem.CONCURRENT_CHANGE,
        "Somebody else changed this at the same time; read it again and repeat the request",
        List.of());
  }

  static Response unreadable(String detail) {
    return answer(badHead(detail));
  }

  static Response busy() {
    return of(
        StandardProblem.BUSY,
        "The request waited too long for others and changed nothing; repeat it in a moment",
        List.of());
  }

  /** A client has asked for more than its share. */
  public static Response tooManyRequests(long retryAfterSeconds) {
    return Response.fromResponse(answer(tooManyRequests()))
        .header(HttpHeaders.RETRY_AFTER, retryAfterSeconds)
        .build();
  }

  /** With Retry-After, unless it is 0. */
  private static Response later(Response problem, int seconds) {
    if (seconds > 0) {
      problem.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds);
    }
    return problem;
  }

  /** The same before a resource is reached. */
  public static Problem tooManyRequests() {
    return problem(
        StandardProblem.TOO_MANY_REQUESTS,
        "You ask for more than one client may; Retry-After says when to repeat the request");
  }

  /** The place on the disk is taken. */
  public static Response tooManyUploads() {
    return of(
        StandardProblem.BUSY,
        "Too many files are being uploaded, or too many of yours; repeat the request in a moment",
        List.of());
  }

  static Response ofStatus(int status) {
    return answer(problem(status));
  }

  private static Response answer(Problem problem) {
    Response.ResponseBuilder response =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    if (problem.status() == 503) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return response.build();
  }

  /** The time for a request was over before the answer; what the request did is not known yet. */
  static Problem timedOut() {
    return problem(
        StandardProblem.REQUEST_TIMEOUT,
        "The request was not answered in time and may still be carried out: repeat it with the same"
            + " Idempotency-Key");
  }

  static Problem badHead(String detail) {
    return problem(StandardProblem.INVALID_REQUEST, 400, detail, List.of());
  }

  static Problem badField(FieldError error) {
    return problem(
        StandardProblem.INVALID_REQUEST, 422, "The request has an invalid field", List.of(error));
  }

  static Response badFields(List<FieldError> errors) {
    return answer(
        problem(
            StandardProblem.INVALID_REQUEST,
            422,
            errors.size() == 1
                ? "The request has an invalid field"
                : "The request has invalid fields",
            errors));
  }

  static Response unknownParameters(List<FieldError> parameters) {
    return of(
        StandardProblem.UNKNOWN_PARAMETER,
        "The address does not know every query parameter of the request",
        parameters);
  }

  static Problem problem(int status) {
    return switch (status) {
      case 404 -> problem(StandardProblem.NOT_FOUND, "There is nothing at this address");
      case 405 ->
          problem(StandardProblem.METHOD_NOT_ALLOWED, "This address does not know the method");
      case 406 ->
          problem(
              StandardProblem.NOT_ACCEPTABLE,
              "The answer cannot be given in an accepted media type");
      case 413 ->
          problem(
              StandardProblem.REQUEST_TOO_LARGE, "The body is larger than this service accepts");
      case 415 ->
          problem(
              StandardProblem.UNSUPPORTED_MEDIA_TYPE,
              "The body is not of a media type that this address accepts");
      case 500 ->
          problem(
              StandardProblem.UNEXPECTED,
              "The request failed and changed nothing; the trace id leads to the log");
      case 503 ->
          problem(
              StandardProblem.TEMPORARILY_UNAVAILABLE,
              "The service cannot reach its database; repeat the request in a moment");
      default ->
          problem(
              StandardProblem.INVALID_REQUEST,
              status,
              "The request cannot be understood",
              List.of());
    };
  }

  private static Problem problem(StandardProblem kind, String detail) {
    return problem(kind, kind.status(), detail, List.of());
  }

  private static Problem problem(
      StandardProblem kind, int status, String detail, List<FieldError> errors) {
    return problem(status, kind.type(), kind.title(), detail, errors);
  }

  // What a request says may stand in a detail or a pointer, and may be no text that can be sent.
  private static FieldError shown(FieldError error) {
    return new FieldError(
        Texts.shown(error.pointer(), LONGEST_POINTER),
        Texts.shown(String.valueOf(error.detail()), LONGEST_DETAIL));
  }

  private static Problem problem(
      int status, String type, String title, String detail, List<FieldError> errors) {
    var trace = Span.current().getSpanContext();
    return new Problem(
        Problem.typeUri(type),
        title,
        status,
        detail == null ? null : Texts.shown(detail, LONGEST_DETAIL),
        null,
        trace.isValid() ? trace.getTraceId() : null,
        errors.stream().map(ProblemResponses::shown).toList());
  }
}
