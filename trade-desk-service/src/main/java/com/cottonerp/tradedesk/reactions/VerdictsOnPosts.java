package com.cottonerp.tradedesk.reactions;

import com.cottonerp.contracts.risk.v1.ExposureLevelChanged;
import com.cottonerp.contracts.risk.v1.PartnerRiskAssessed;
import com.cottonerp.contracts.risk.v1.PartyLinkDetected;
import com.cottonerp.contracts.risk.v1.RiskAssessed;
import com.cottonerp.contracts.risk.v1.RiskEvent;
import com.cottonerp.eventing.inbox.EventPosition;
import com.cottonerp.eventing.inbox.Projection;
import com.cottonerp.eventing.inbox.Routes;
import com.cottonerp.tradedesk.availabilities.BlockAvailabilitiesOfPartner;
import com.cottonerp.tradedesk.availabilities.TakeVerdictOnAvailability;
import com.cottonerp.tradedesk.matching.TakeVerdictOnMatch;
import com.cottonerp.tradedesk.requirements.BlockRequirementsOfPartner;
import com.cottonerp.tradedesk.requirements.TakeVerdictOnRequirement;
import com.cottonerp.tradedesk.verdicts.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Activates or blocks posts, clears or rejects matches, as risk judged them. */
@ApplicationScoped
public class VerdictsOnPosts implements Projection {
  private final TakeVerdictOnAvailability onAvailability;
  private final TakeVerdictOnRequirement onRequirement;
  private final TakeVerdictOnMatch onMatch;
  private final BlockAvailabilitiesOfPartner availabilities;
  private final BlockRequirementsOfPartner requirements;
  private final Routes<RiskEvent> routes =
      Routes.from(RiskEvent.TOPIC, RiskEvent.class)
          .on(RiskAssessed.class, this::assessed)
          .on(ExposureLevelChanged.class, this::levelChanged)
          .ignoring(PartnerRiskAssessed.class, PartyLinkDetected.class)
          .complete();

  VerdictsOnPosts(
      TakeVerdictOnAvailability onAvailability,
      TakeVerdictOnRequirement onRequirement,
      TakeVerdictOnMatch onMatch,
      BlockAvailabilitiesOfPartner availabilities,
      BlockRequirementsOfPartner requirements) {
    this.onAvailability = onAvailability;
    this.onRequirement = onRequirement;
    this.onMatch = onMatch;
    this.availabilities = availabilities;
    this.requirements = requirements;
  }

  @Override
  public String name() {
    return "verdicts-on-posts";
  }

  @Override
  public Routes<RiskEvent> routes() {
    return routes;
  }

  private Uni<Void> assessed(RiskAssessed event, EventPosition at) {
    return switch (event.subjectType()) {
      case "AVAILABILITY" -> onAvailability.take(event.subjectId(), Verdict.of(event));
      case "REQUIREMENT" -> onRequirement.take(event.subjectId(), Verdict.of(event));
      case "MATCH" -> onMatch.take(event.subjectId(), Verdict.of(event));
      default -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> levelChanged(ExposureLevelChanged event, EventPosition at) {
    return "RED".equals(event.level())
        ? availabilities
            .block(event.partnerId(), "PARTNER_IN_RED")
            .chain(() -> requirements.block(event.partnerId(), "PARTNER_IN_RED"))
        : Uni.createFrom().voidItem();
  }
}
