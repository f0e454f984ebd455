package com.cottonerp.eventing.inbox;

import com.cottonerp.contracts.risk.v1.ExposureLevelChanged;
import com.cottonerp.contracts.risk.v1.PartnerRiskAssessed;
import com.cottonerp.contracts.risk.v1.PartyLinkDetected;
import com.cottonerp.contracts.risk.v1.RiskAssessed;
import com.cottonerp.contracts.risk.v1.RiskEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps every level that it hears of; some levels make it fail. */
@ApplicationScoped
class LevelsProjection implements ReadModel {
  static final String NAME = "levels";

  /** What happens to events of a level. */
  static final Map<String, RuntimeException> FAILURES = new ConcurrentHashMap<>();

  static final String HANGS = "HANGS";

  private final Routes<RiskEvent> routes =
      Routes.from(RiskEvent.TOPIC, RiskEvent.class)
          .on(ExposureLevelChanged.class, this::changed)
          .ignoring(PartnerRiskAssessed.class, PartyLinkDetected.class, RiskAssessed.class)
          .complete();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("level");
  }

  @Override
  public Routes<?> routes() {
    return routes;
  }

  private Uni<Void> changed(ExposureLevelChanged event, EventPosition at) {
    if (FAILURES.containsKey(event.level())) {
      throw FAILURES.get(event.level());
    }
    Uni<Void> written =
        Panache.getSession()
            .chain(
                session ->
                    session
                        .createNativeQuery("INSERT INTO level VALUES (:id, :sequence, :level)")
                        .setParameter("id", at.aggregateId())
                        .setParameter("sequence", at.sequence())
                        .setParameter("level", event.level())
                        .executeUpdate())
            .replaceWithVoid();
    return HANGS.equals(event.level()) ? written.chain(() -> Uni.createFrom().nothing()) : written;
  }
}
