package com.cottonerp.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.cottonerp.runner.Orders.Order;
import com.cottonerp.runner.Orders.What;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersTest {
  private static final Order RESTART = new Order("outbox-relay-2", What.RESTART);
  private static final Order GIVE_UP = new Order("settings-service", What.GIVE_UP);

  @TempDir Path state;

  @Test
  void whoever_orders_waits_until_it_is_carried_out_and_hears_of_the_environment() {
    Orders command = new Orders(state);
    Orders runner = new Orders(state);
    CompletableFuture<Void> ordered = CompletableFuture.runAsync(() -> command.carryOut(GIVE_UP));
    await().until(() -> runner.next().isPresent());

    assertThat(runner.next()).contains(GIVE_UP);
    assertThat(ordered).isNotDone();
    runner.tellEnvironment(GIVE_UP, Map.of("HTTP_PORT", "8084"));
    runner.done(GIVE_UP);

    ordered.join();
    assertThat(command.environment(GIVE_UP)).containsEntry("HTTP_PORT", "8084");
    assertThat(runner.next()).isEmpty();
  }

  @Test
  void an_order_that_failed_says_why() {
    Orders orders = new Orders(state);
    CompletableFuture<Void> ordered = CompletableFuture.runAsync(() -> orders.carryOut(RESTART));
    await().until(() -> orders.next().isPresent());

    orders.failed(RESTART, "it did not become ready");

    assertThatThrownBy(ordered::join).hasMessageContaining("it did not become ready");
    assertThat(orders.next()).isEmpty();
  }
}
