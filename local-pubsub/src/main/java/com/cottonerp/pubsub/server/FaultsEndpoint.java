package com.cottonerp.pubsub.server;

import com.cottonerp.pubsub.broker.Broker;
import com.cottonerp.pubsub.broker.Refusals;
import com.cottonerp.pubsub.faults.Faults;
import com.cottonerp.pubsub.faults.SeededFaults;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code POST /faults}: sets the faults from now on, named as in {@link SeededFaults}; an empty
 * object ends all faults. Refused unless the server was started with faults allowed.
 */
final class FaultsEndpoint {
  static final Struct REQUEST = Struct.getDefaultInstance();

  private final Broker broker;
  private final boolean allowed;

  FaultsEndpoint(Broker broker, boolean allowed) {
    this.broker = broker;
    this.allowed = allowed;
  }

  void set(Struct request, StreamObserver<Struct> client) {
    Answers.answer(
        client,
        () -> {
          if (!allowed) {
            throw Status.PERMISSION_DENIED
                .withDescription("Start the server with --faults")
                .asRuntimeException();
          }
          broker.setFaults(request.getFieldsCount() == 0 ? Faults.NONE : faults(request));
          return request;
        });
  }

  private static Faults faults(Struct request) {
    Map<String, Double> settings = new TreeMap<>();
    request.getFieldsMap().forEach((name, value) -> settings.put(name, number(value)));
    try {
      return SeededFaults.of(settings);
    } catch (IllegalArgumentException unknown) {
      throw Refusals.invalid("%s", unknown.getMessage());
    }
  }

  /** Reads a number, or the name of a gRPC status. */
  private static double number(Value value) {
    return value.hasStringValue()
        ? Status.Code.valueOf(value.getStringValue()).value()
        : value.getNumberValue();
  }
}
