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
 * The contract of Pub/Sub, tested on every endpoint: our server, Google's emulator and the service.
 * A test says where an endpoint is known to differ; {@code docs/local-pubsub.md} lists the
 * differences.
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
   * Skips the test on an endpoint that is known to differ. {@code -Dcontract.strict} runs the test
   * all the same, which shows differences that no longer exist.
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
