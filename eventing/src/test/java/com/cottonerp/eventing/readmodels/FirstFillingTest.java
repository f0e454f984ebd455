package com.cottonerp.eventing.readmodels;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.eventing.inbox.LevelsProjection;
import com.cottonerp.eventing.testkit.RunningPostgres;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service that starts with a read model that it never had. */
@QuarkusTest
@QuarkusTestResource(value = RunningPostgres.class, restrictToAnnotatedClass = true)
@TestProfile(FirstFillingTest.RelayIsNotThereYet.class)
class FirstFillingTest {
  @Inject CompleteReadModels complete;

  @Test
  void a_new_read_model_is_not_whole_from_the_first_request_on() throws Throwable {
    boolean whole =
        VertxContextSupport.subscribeAndAwait(
            () -> Panache.withTransaction(() -> complete.are(LevelsProjection.NAME)));

    assertThat(whole).isFalse();
  }

  /** Nothing looks for new read models after the start. */
  public static final class RelayIsNotThereYet implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("inbox.relay-url", "http://127.0.0.1:1", "quarkus.scheduler.enabled", "false");
    }
  }
}
