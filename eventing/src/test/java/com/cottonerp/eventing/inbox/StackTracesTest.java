package com.cottonerp.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.risk.v1.RiskEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StackTracesTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
  private final StackTraces stackTraces = new StackTraces(now::get);

  @Test
  void of_one_kind_of_failure_one_stack_trace_a_minute_is_logged() {
    List<Boolean> logged =
        IntStream.range(0, 3).mapToObj(again -> isLogged("a", broken())).toList();
    now.addAndGet(Duration.ofSeconds(59).toNanos());
    boolean beforeTheMinuteIsOver = isLogged("a", broken());
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    boolean afterIt = isLogged("a", broken());

    assertThat(logged).containsExactly(true, false, false);
    assertThat(beforeTheMinuteIsOver).isFalse();
    assertThat(afterIt).isTrue();
  }

  @Test
  void another_projection_another_fault_and_another_cause_are_kinds_of_their_own() {
    assertThat(isLogged("a", broken())).isTrue();
    assertThat(isLogged("b", broken())).isTrue();
    assertThat(isLogged("a", new NullPointerException())).isTrue();
    assertThat(isLogged("a", new IllegalStateException(new NullPointerException()))).isTrue();
    assertThat(isLogged("a", new IllegalStateException(broken()))).isFalse();
  }

  @Test
  void data_that_cannot_be_read_have_no_stack_trace_to_tell_of() {
    assertThat(isLogged("a", new UnreadableDataException("The data is null"))).isFalse();
  }

  @Test
  void however_many_kinds_there_are_a_hundred_are_remembered() {
    long logged =
        IntStream.range(0, 500).filter(i -> isLogged("projection-" + i, broken())).count();
    now.addAndGet(Duration.ofMinutes(1).toNanos());

    assertThat(logged).isEqualTo(100);
    assertThat(isLogged("projection-500", broken())).isTrue();
  }

  private boolean isLogged(String projection, Throwable failure) {
    return stackTraces.worthLogging(named(projection), failure).isPresent();
  }

  private static IllegalStateException broken() {
    return new IllegalStateException("of one place");
  }

  private static Projection named(String name) {
    return new Projection() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Routes<RiskEvent> routes() {
        return Routes.from(RiskEvent.TOPIC, RiskEvent.class);
      }
    };
  }
}
