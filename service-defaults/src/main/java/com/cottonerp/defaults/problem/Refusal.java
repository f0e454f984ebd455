package com.cottonerp.defaults.problem;

/**
 * A business refusal: a value with its own stable type. Implemented by sealed families of records
 * in each feature. The transaction in which it is thrown (as {@link RefusedException}) rolls back.
 */
public interface Refusal {
  int BUSINESS_RULE = 400;
  int UNAUTHORIZED = 401;
  int FORBIDDEN = 403;
  int NOT_FOUND = 404;
  int CONFLICT = 409;
  int PRECONDITION_FAILED = 412;
  int UNPROCESSABLE = 422;
  int RETRY_LATER = 503;

  /** What went wrong, for a person, with the values that matter. */
  String detail();

  /** HTTP status; 400 is a business rule or the state of things. */
  default int status() {
    return BUSINESS_RULE;
  }

  /** When a repetition may succeed; 0 where a repetition makes no difference. */
  default int retryAfterSeconds() {
    return status() == RETRY_LATER ? 1 : 0;
  }

  /** The stable end of the problem's type URI: the record's name in kebab case. */
  default String type() {
    return getClass()
        .getSimpleName()
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .toLowerCase(java.util.Locale.ROOT);
  }

  /** The same for every occurrence: the record's name as a sentence. */
  default String title() {
    String words = type().replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  default RefusedException refused() {
    return new RefusedException(this);
  }
}
