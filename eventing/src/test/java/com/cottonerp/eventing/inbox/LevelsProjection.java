package com.cottonerp.eventing.inbox;

import com.cottonerp.contracts.risk.v1.ExposureLevelChanged;
import com.cottonerp.contracts.risk.v1.PartnerRiskAssessed;
import com.cottonerp.contracts.risk.v1.PartyLinkDetected;
import com.cottonerp.contracts.risk.v1.RiskAssessed;
import com.cottonerp.contracts.risk.v1.RiskEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Keeps every level that it hears of; some levels make it fail. */
@ApplicationScoped
public class LevelsProjection implements ReadModel {
  public static final String NAME = "levels";

  /** What happens to events of a level. */
  static final Map<String, RuntimeException> FAILURES = new ConcurrentHashMap<>();

  /** What somebody else does while an event of a level is applied for the first time. */
  static final Map<String, Runnable> MEANWHILE = new ConcurrentHashMap<>();

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
    Runnable meanwhile = MEANWHILE.remove(event.level());
    return meanwhile == null ? keep(event, at) : beside(meanwhile).chain(() -> keep(event, at));
  }

  private static Uni<Void> beside(Runnable work) {
    Context context = Vertx.currentContext();
    return Uni.createFrom()
        .completionStage(
            () -> context.executeBlocking(Executors.callable(work)).toCompletionStage())
        .replaceWithVoid();
  }

  private static Uni<Void> keep(ExposureLevelChanged event, EventPosition at) {
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
