package com.cottonerp.pubsub.broker;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Collection;

/** The service's errors, with the service's texts where the texts are known. */
public final class Refusals {
  private Refusals() {}

  public static StatusRuntimeException notFound(String name) {
    return of(Status.NOT_FOUND, "Resource not found (resource=%s).", name);
  }

  static StatusRuntimeException exists(String name) {
    return of(Status.ALREADY_EXISTS, "Resource already exists in the project (resource=%s).", name);
  }

  public static StatusRuntimeException invalid(String format, Object... details) {
    return of(Status.INVALID_ARGUMENT, format, details);
  }

  static StatusRuntimeException failedPrecondition(String format, Object... details) {
    return of(Status.FAILED_PRECONDITION, format, details);
  }

  static StatusRuntimeException exhausted(String format, Object... details) {
    return of(Status.RESOURCE_EXHAUSTED, format, details);
  }

  static StatusRuntimeException unimplemented(String what) {
    return of(Status.UNIMPLEMENTED, "%s: the local server does not do this", what);
  }

  private static StatusRuntimeException of(Status status, String format, Object... details) {
    return status.withDescription(format.formatted(details)).asRuntimeException();
  }

  /**
   * Names each failed acknowledgement id with a permanent error, in the form that clients parse.
   */
  public static StatusRuntimeException expiredAckIds(Collection<String> ackIds) {
    ErrorInfo.Builder info =
        ErrorInfo.newBuilder()
            .setReason("EXACTLY_ONCE_ACKID_FAILURE")
            .setDomain("pubsub.googleapis.com");
    ackIds.forEach(ackId -> info.putMetadata(ackId, "PERMANENT_FAILURE_INVALID_ACK_ID"));
    return StatusProto.toStatusRuntimeException(
        com.google.rpc.Status.newBuilder()
            .setCode(Status.Code.INVALID_ARGUMENT.value())
            .setMessage(
                "Some acknowledgement ids in the request were invalid. This could be because the"
                    + " acknowledgement ids have expired or were malformed.")
            .addDetails(Any.pack(info.build()))
            .build());
  }
}
