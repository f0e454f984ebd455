package com.cottonerp.pubsub.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.pubsub.faults.Faults;
import com.google.pubsub.v1.PubsubMessage;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacklogTest {
  private final Backlog backlog = new Backlog(new ManualTime(), () -> Faults.NONE, true, () -> {});

  @Test
  void what_is_acknowledged_before_it_goes_out_is_forgotten_also_behind_other_messages() {
    List<WeakReference<StoredMessage>> acknowledged = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      StoredMessage message = message(i);
      acknowledged.add(new WeakReference<>(message));
      backlog.add(message);
      backlog.remove(backlog.get(i));
    }
    backlog.add(message(1_000));

    await()
        .until(
            () -> {
              System.gc();
              return acknowledged.stream().allMatch(message -> message.get() == null);
            });
    assertThat(backlog.all()).hasSize(1);
  }

  private static StoredMessage message(long sequence) {
    return new StoredMessage(
        sequence, PubsubMessage.newBuilder().setOrderingKey("lane-7").build(), 10, sequence);
  }
}
