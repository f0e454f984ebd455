package com.cottonerp.relay.publishing;

import static com.cottonerp.relay.publishing.FailureClass.ENVIRONMENT;
import static com.cottonerp.relay.publishing.FailureClass.EXHAUSTED;
import static com.cottonerp.relay.publishing.FailureClass.POISON;
import static com.cottonerp.relay.publishing.FailureClass.TRANSIENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.gax.grpc.GrpcStatusCode;
import com.google.api.gax.rpc.ApiExceptionFactory;
import com.google.api.gax.rpc.StatusCode.Code;
import io.grpc.Status;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FailureClassTest {
  private static final Set<Code> ENVIRONMENT_CODES =
      EnumSet.of(
          Code.NOT_FOUND,
          Code.PERMISSION_DENIED,
          Code.UNAUTHENTICATED,
          Code.FAILED_PRECONDITION,
          Code.UNIMPLEMENTED);

  @Test
  void every_status_has_its_class() {
    for (Code code : Code.values()) {
      assertThat(FailureClass.of(code)).as(code.name()).isEqualTo(expected(code));
    }
  }

  private static FailureClass expected(Code code) {
    if (ENVIRONMENT_CODES.contains(code)) {
      return ENVIRONMENT;
    }
    if (code == Code.RESOURCE_EXHAUSTED) {
      return EXHAUSTED;
    }
    return code == Code.INVALID_ARGUMENT ? POISON : TRANSIENT;
  }

  @Test
  void the_class_is_read_from_the_clients_exception() {
    Throwable failure =
        ApiExceptionFactory.createException(
            new RuntimeException(), GrpcStatusCode.of(Status.Code.PERMISSION_DENIED), false);

    assertThat(FailureClass.of(failure)).isEqualTo(ENVIRONMENT);
  }

  @Test
  void an_error_without_a_status_is_transient() {
    assertThat(FailureClass.of(new IllegalStateException())).isEqualTo(TRANSIENT);
  }
}
