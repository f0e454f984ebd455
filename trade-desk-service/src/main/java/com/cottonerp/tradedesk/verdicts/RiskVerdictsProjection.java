package com.cottonerp.tradedesk.verdicts;

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

/** Keeps the verdicts up to date. */
@ApplicationScoped
public class RiskVerdictsProjection implements ReadModel {
  private final RiskVerdicts verdicts;
  private final Routes<RiskEvent> routes =
      Routes.from(RiskEvent.TOPIC, RiskEvent.class)
          .on(RiskAssessed.class, this::assessed)
          .ignoring(PartnerRiskAssessed.class, ExposureLevelChanged.class, PartyLinkDetected.class)
          .complete();

  RiskVerdictsProjection(RiskVerdicts verdicts) {
    this.verdicts = verdicts;
  }

  @Override
  public String name() {
    return "risk-verdicts";
  }

  @Override
  public List<String> tables() {
    return List.of("risk_verdict");
  }

  @Override
  public Routes<RiskEvent> routes() {
    return routes;
  }

  private Uni<Void> assessed(RiskAssessed event, EventPosition at) {
    return verdicts
        .findById(event.subjectId())
        .map(known -> known == null ? new RiskVerdict() : known)
        .invoke(verdict -> verdict.replaceWith(event, at))
        .chain(verdicts::persist)
        .replaceWithVoid();
  }
}
