package com.cottonerp.tradedesk.brokerconsents;

import com.cottonerp.defaults.onbehalf.Consents;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.eventing.readmodels.CompleteReadModels;
import com.cottonerp.eventing.sql.CurrentSession;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/**
 * Asks the read model, before the request begins. A consent that is withdrawn in the same moment
 * may still be found: it is heard of by an event anyway. Thread-safe.
 */
@ApplicationScoped
class KnownConsents implements Consents {
  private static final String IS_GIVEN =
      """
      SELECT EXISTS (SELECT FROM broker_consent
                     WHERE partner_id = $1 AND given AND valid_until >= $2)
      """;

  private final CompleteReadModels complete;
  private final Clock clock;

  KnownConsents(CompleteReadModels complete, Clock clock) {
    this.complete = complete;
    this.clock = clock;
  }

  @Override
  public Uni<Boolean> isGivenBy(UUID partnerId) {
    return Panache.withSession(
        () ->
            complete
                .require(BrokerConsentsProjection.NAME)
                .chain(
                    () -> CurrentSession.selectOne(IS_GIVEN, partnerId, BusinessDay.today(clock)))
                .map(row -> (Boolean) row[0]));
  }
}
