package com.cottonerp.pubsub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cottonerp.pubsub.testkit.Client;
import com.cottonerp.pubsub.testkit.Endpoint;
import io.grpc.Status;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Pub/Sub promises, asked of every endpoint: ours, Google's emulator and the service. Where
 * one of them is known to differ, the test says so; {@code docs/local-pubsub.md} lists it.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("com.cottonerp.pubsub.testkit.Endpoints#all")
abstract class Contract {
  final Endpoint endpoint;
  final Client client;

  Contract(Endpoint endpoint) {
    this.endpoint = endpoint;
    this.client = new Client(endpoint.channel(), endpoint.project());
  }

  @AfterEach
  void deleteWhatWasMade() {
    client.close();
  }

  /**
   * Skips the test where the endpoint is known to differ. {@code -Dcontract.strict} asks all the
   * same, which shows what is not true any more.
   */
  final void notOn(Endpoint.Kind kind, String because) {
    assumeTrue(endpoint.kind() != kind || System.getProperty("contract.strict") != null, because);
  }

  static void assertRefused(Status.Code code, ThrowingCallable call) {
    assertRefused(call, code);
  }

  static void assertRefused(ThrowingCallable call, Status.Code... oneOf) {
    assertThatThrownBy(call)
        .satisfies(
            failure ->
                assertThat(Arrays.asList(oneOf)).contains(Status.fromThrowable(failure).getCode()));
  }
}
