package com.cottonerp.tradedesk.standings;

import com.cottonerp.contracts.risk.v1.ExposureLevelChanged;
import com.cottonerp.contracts.risk.v1.PartnerRiskAssessed;
import com.cottonerp.contracts.risk.v1.PartyLinkDetected;
import com.cottonerp.contracts.risk.v1.RiskAssessed;
import com.cottonerp.contracts.risk.v1.RiskEvent;
import com.cottonerp.eventing.inbox.EventPosition;
import com.cottonerp.eventing.inbox.ReadModel;
import com.cottonerp.eventing.inbox.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Keeps the standings up to date. */
@ApplicationScoped
public class PartnerStandingsProjection implements ReadModel {
  public static final String NAME = "partner-standings";

  private final PartnerStandings standings;
  private final Routes<RiskEvent> routes =
      Routes.from(RiskEvent.TOPIC, RiskEvent.class)
          .on(
              ExposureLevelChanged.class,
              (e, at) -> change(e.partnerId(), at, standing -> standing.level = e.level()))
          .on(
              PartnerRiskAssessed.class,
              (e, at) ->
                  change(
                      e.partnerId(),
                      at,
                      standing -> {
                        standing.category = e.category();
                        standing.riskScore = e.riskScore();
                      }))
          .ignoring(RiskAssessed.class, PartyLinkDetected.class)
          .complete();

  PartnerStandingsProjection(PartnerStandings standings) {
    this.standings = standings;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("partner_standing");
  }

  @Override
  public Routes<RiskEvent> routes() {
    return routes;
  }

  private Uni<Void> change(UUID partnerId, EventPosition at, Consumer<PartnerStanding> change) {
    return standings
        .findById(partnerId)
        .map(known -> known == null ? PartnerStanding.of(partnerId) : known)
        .invoke(
            standing -> {
              change.accept(standing);
              standing.reflects(at);
            })
        // Last: a new row is inserted as it is when it is persisted.
        .chain(standings::persist)
        .replaceWithVoid();
  }
}
