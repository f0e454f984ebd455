package com.cottonerp.eventing.inbox;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.stream.Collectors;

/**
 * The data of an event is not what its type and version promise. Another attempt finds the same.
 *
 * <p>The message says where it is wrong and what was expected, and not what is there: it goes into
 * logs.
 */
final class UnreadableDataException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnreadableDataException(String message) {
    super(message);
  }

  static UnreadableDataException of(JsonProcessingException failure) {
    if (failure.getCause() instanceof JsonProcessingException cause) {
      return of(cause);
    }
    if (failure instanceof JsonMappingException mapping) {
      return new UnreadableDataException(
          "The data is unfit at " + pointer(mapping) + ": " + reason(mapping));
    }
    if (failure instanceof StreamConstraintsException) {
      return new UnreadableDataException(
          "The data has more of something than is read: " + failure.getOriginalMessage());
    }
    JsonLocation at = failure.getLocation();
    return new UnreadableDataException(
        at == null
            ? "The data is no JSON"
            : "The data is no JSON, from line %d, column %d"
                .formatted(at.getLineNr(), at.getColumnNr()));
  }

  private static String pointer(JsonMappingException failure) {
    return failure.getPath().stream()
        .map(
            step ->
                step.getFieldName() != null ? step.getFieldName() : String.valueOf(step.getIndex()))
        .collect(Collectors.joining("/", "/", ""));
  }

  private static String reason(JsonMappingException failure) {
    if (failure instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "it is no " + mismatch.getTargetType().getSimpleName();
    }
    return failure.getCause() == null
        ? "it has a value that cannot be used"
        : failure.getCause().getClass().getSimpleName() + ": " + failure.getCause().getMessage();
  }
}
