package com.cottonerp.relay.publishing;

import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode.Code;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The kind of a failed publish request, which decides what the relay does. */
public enum FailureClass {
  /** The broker may or may not have executed the request: send the same events again, for ever. */
  TRANSIENT("nothing: it is retried until it succeeds"),
  /**
   * Too fast: retry this ordering key later; if several keys are exhausted, send fewer requests at
   * a time.
   */
  EXHAUSTED(
      "nothing; if it lasts for one ordering key, it has more than 1 MB/s; for many, raise the"
          + " Pub/Sub publish quota"),
  /** Topic, permission or project is wrong: no event is at fault, the source waits. */
  ENVIRONMENT("check that the topic exists and that the relay may publish to it"),
  /** The broker refuses an event in the request: find this event. */
  POISON("nothing yet: the refused event is isolated, retried and then FAILED");

  private static final Map<Code, FailureClass> BY_CODE = new EnumMap<>(Code.class);

  static {
    for (Code code : Code.values()) {
      BY_CODE.put(code, TRANSIENT);
    }
    BY_CODE.put(Code.RESOURCE_EXHAUSTED, EXHAUSTED);
    BY_CODE.put(Code.NOT_FOUND, ENVIRONMENT);
    BY_CODE.put(Code.PERMISSION_DENIED, ENVIRONMENT);
    BY_CODE.put(Code.UNAUTHENTICATED, ENVIRONMENT);
    BY_CODE.put(Code.FAILED_PRECONDITION, ENVIRONMENT);
    BY_CODE.put(Code.UNIMPLEMENTED, ENVIRONMENT);
    BY_CODE.put(Code.INVALID_ARGUMENT, POISON);
  }

  private final String advice;

  FailureClass(String advice) {
    this.advice = advice;
  }

  /** An error without a status comes from this program or the network: transient. */
  public static FailureClass of(Throwable failure) {
    return failure instanceof ApiException api ? of(api.getStatusCode().getCode()) : TRANSIENT;
  }

  static FailureClass of(Code code) {
    return BY_CODE.get(code);
  }

  /** The advice for an operator. */
  public String advice() {
    return advice;
  }

  /** The value of the metric tag {@code class}. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
