package com.cottonerp.eventing.readmodels;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.eventing.inbox.Cursors.Key;
import com.cottonerp.eventing.inbox.Gaps.Found;
import com.cottonerp.eventing.inbox.InOneTransaction;
import com.cottonerp.eventing.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class VerificationsTest {
  @Inject Verifications table;

  @Test
  void what_begins_anywhere_lacks_the_last_event_of_whom_it_has_heard_of_and_of_nobody_else()
      throws Throwable {
    UUID heard = UUID.randomUUID();
    UUID unheard = UUID.randomUUID();
    VertxContextSupport.subscribeAndAwait(
        () ->
            InOneTransaction.run(
                session ->
                    session
                        .createNativeQuery(
                            "INSERT INTO inbox_cursor (projection, aggregate_id, last_sequence)"
                                + " SELECT name, :heard, 6 FROM unnest(ARRAY['a', 'b']) AS name")
                        .setParameter("heard", heard)
                        .executeUpdate()));

    List<Found> behind =
        VertxContextSupport.subscribeAndAwait(
            () ->
                InOneTransaction.run(
                    session ->
                        table.behind(
                            session,
                            List.of("a", "b"),
                            List.of("b"),
                            Map.of(heard, 7L, unheard, 3L))));

    assertThat(behind)
        .containsExactlyInAnyOrder(
            new Found(new Key("a", heard), 7),
            new Found(new Key("a", unheard), 3),
            new Found(new Key("b", heard), 7));
  }
}
