package com.cottonerp.pubsub.server;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** Answers one request with the result of a call, or with its refusal. */
final class Answers {
  private Answers() {}

  static <T> void answer(StreamObserver<T> client, Supplier<T> call) {
    T result;
    try {
      result = call.get();
    } catch (RuntimeException failure) {
      client.onError(refusal(failure));
      return;
    }
    client.onNext(result);
    client.onCompleted();
  }

  /** The error for the client; an unexpected error is printed too. */
  static StatusRuntimeException refusal(RuntimeException failure) {
    if (failure instanceof StatusRuntimeException refusal) {
      return refusal;
    }
    if (failure instanceof UncheckedIOException) {
      return Status.UNAVAILABLE.withDescription(failure.toString()).asRuntimeException();
    }
    failure.printStackTrace();
    return Status.INTERNAL
        .withDescription(failure.toString())
        .withCause(failure)
        .asRuntimeException();
  }
}
