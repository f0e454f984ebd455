package com.cottonerp.simulation;

import com.cottonerp.relay.publishing.ModelBroker.Sent;
import com.google.api.core.SettableApiFuture;
import com.google.api.gax.grpc.GrpcStatusCode;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.ApiExceptionFactory;
import com.google.pubsub.v1.PublishResponse;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The topic. Requests are executed in any order, late, or not at all; answers come late, are wrong,
 * or never come. The model records the messages, and checks that first arrivals are in order.
 */
final class BrokerModel {
  private static final ApiException UNAVAILABLE = failure(Status.Code.UNAVAILABLE);
  private static final ApiException EXHAUSTED = failure(Status.Code.RESOURCE_EXHAUSTED);
  private static final ApiException NOT_FOUND = failure(Status.Code.NOT_FOUND);
  private static final ApiException REFUSED = failure(Status.Code.INVALID_ARGUMENT);

  /** How the broker treats all requests. */
  enum Mode {
    WORKS,
    DOWN,
    MISCONFIGURED,
    REFUSES_ALL
  }

  private static final class Request {
    private final Supplier<String> name;
    private final List<Sent> events;
    private final SettableApiFuture<PublishResponse> answer;
    private boolean executed;
    private boolean answered;

    Request(Supplier<String> name, List<Sent> events, SettableApiFuture<PublishResponse> answer) {
      this.name = name;
      this.events = events;
      this.answer = answer;
    }
  }

  private final Map<Long, RelayDatabase.Event> log;
  private final RandomGenerator random;
  private final Trace trace;
  private final List<Request> requests = new ArrayList<>();
  private final Map<UUID, Long> firsts = new HashMap<>();
  private final Set<Long> acknowledged = new HashSet<>();
  private final Set<Long> poisonous = new HashSet<>();
  private Mode mode = Mode.WORKS;

  BrokerModel(Map<Long, RelayDatabase.Event> log, RandomGenerator random, Trace trace) {
    this.log = log;
    this.random = random;
    this.trace = trace;
  }

  private static ApiException failure(Status.Code code) {
    return ApiExceptionFactory.createException(
        new IllegalStateException(code.name()), GrpcStatusCode.of(code), false);
  }

  void send(Supplier<String> name, List<Sent> events, SettableApiFuture<PublishResponse> answer) {
    requests.add(new Request(name, events, answer));
  }

  void switchTo(Mode next) {
    mode = next;
  }

  boolean works() {
    return mode == Mode.WORKS;
  }

  boolean isAcknowledged(long id) {
    return acknowledged.contains(id);
  }

  void refuseFromNowOn(long id) {
    poisonous.add(id);
  }

  boolean isIdle() {
    return requests.isEmpty();
  }

  long lastOf(UUID aggregate) {
    return firsts.getOrDefault(aggregate, 0L);
  }

  /** Advances one request by one step. */
  void step(long now, double faults) {
    if (requests.isEmpty()) {
      return;
    }
    Request request = requests.get(random.nextInt(requests.size()));
    if (request.answered) {
      if (random.nextBoolean()) {
        execute(request, now);
      }
      requests.remove(request);
    } else if (request.executed) {
      if (random.nextDouble() < faults) {
        answer(request, UNAVAILABLE, now); // It has the messages, and says otherwise.
      } else {
        acknowledge(request, now);
      }
    } else {
      decide(request, now, faults);
    }
  }

  private void decide(Request request, long now, double faults) {
    ApiException refusal = refusal(request);
    if (refusal != null) {
      answer(request, refusal, now);
      requests.remove(request);
    } else if (random.nextDouble() >= faults) {
      execute(request, now);
    } else if (random.nextInt(4) == 0) {
      answer(request, EXHAUSTED, now);
      requests.remove(request);
    } else {
      answer(request, UNAVAILABLE, now); // It may be executed all the same, later.
      requests.add(request);
    }
  }

  private ApiException refusal(Request request) {
    return switch (mode) {
      case DOWN -> UNAVAILABLE;
      case MISCONFIGURED -> NOT_FOUND;
      case REFUSES_ALL -> REFUSED;
      case WORKS -> isPoisoned(request) ? REFUSED : null;
    };
  }

  private boolean isPoisoned(Request request) {
    return request.events.stream()
        .anyMatch(event -> !event.tombstone() && poisonous.contains(event.id()));
  }

  private void execute(Request request, long now) {
    request.executed = true;
    trace.add(now, () -> "broker takes " + request.name.get());
    for (Sent sent : request.events) {
      RelayDatabase.Event event = log.get(sent.id());
      long last = lastOf(event.aggregateId());
      if (event.sequence() > last + 1) {
        throw new Violation(
            "G3: event %d is number %d of its aggregate and arrives after %d"
                .formatted(event.id(), event.sequence(), last));
      }
      firsts.put(event.aggregateId(), Math.max(last, event.sequence()));
    }
  }

  private void acknowledge(Request request, long now) {
    trace.add(now, () -> "broker acknowledges " + request.name.get());
    PublishResponse.Builder response = PublishResponse.newBuilder();
    for (Sent sent : request.events) {
      acknowledged.add(sent.id());
      response.addMessageIds("m");
    }
    requests.remove(request);
    request.answered = true;
    request.answer.set(response.build());
  }

  private void answer(Request request, ApiException failure, long now) {
    trace.add(now, () -> "broker answers " + failure.getStatusCode() + " to " + request.name.get());
    requests.remove(request);
    request.answered = true;
    request.answer.setException(failure);
  }

  /** Ends all faults: delayed requests are executed, and refused requests are accepted. */
  void calm(long now) {
    mode = Mode.WORKS;
    poisonous.clear();
    for (Request request : List.copyOf(requests)) {
      if (!request.executed) {
        execute(request, now);
      }
      if (request.answered) {
        requests.remove(request);
      } else {
        acknowledge(request, now);
      }
    }
  }
}
