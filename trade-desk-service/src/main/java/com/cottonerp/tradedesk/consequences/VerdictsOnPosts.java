package com.cottonerp.tradedesk.consequences;

import com.cottonerp.contracts.risk.v1.ExposureLevelChanged;
import com.cottonerp.contracts.risk.v1.PartnerRiskAssessed;
import com.cottonerp.contracts.risk.v1.PartyLinkDetected;
import com.cottonerp.contracts.risk.v1.RiskAssessed;
import com.cottonerp.contracts.risk.v1.RiskEvent;
import com.cottonerp.contracts.risk.v1.RiskFactor;
import com.cottonerp.eventing.inbox.EventPosition;
import com.cottonerp.eventing.inbox.Projection;
import com.cottonerp.eventing.inbox.Routes;
import com.cottonerp.tradedesk.availabilities.AvailabilityLife;
import com.cottonerp.tradedesk.matching.MatchLife;
import com.cottonerp.tradedesk.requirements.RequirementLife;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Activates or blocks posts, clears or rejects matches, as risk judged them. */
@ApplicationScoped
public class VerdictsOnPosts implements Projection {
  private final AvailabilityLife offers;
  private final RequirementLife wishes;
  private final MatchLife matches;
  private final Routes<RiskEvent> routes =
      Routes.from(RiskEvent.TOPIC, RiskEvent.class)
          .on(RiskAssessed.class, this::assessed)
          .on(ExposureLevelChanged.class, this::levelChanged)
          .ignoring(PartnerRiskAssessed.class, PartyLinkDetected.class)
          .complete();

  VerdictsOnPosts(AvailabilityLife offers, RequirementLife wishes, MatchLife matches) {
    this.offers = offers;
    this.wishes = wishes;
    this.matches = matches;
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
      case "AVAILABILITY" ->
          offers.judged(
              event.subjectId(),
              event.status(),
              event.score(),
              reasonsOf(event),
              event.subjectSequence());
      case "REQUIREMENT" ->
          wishes.judged(
              event.subjectId(),
              event.status(),
              event.score(),
              reasonsOf(event),
              event.subjectSequence());
      case "MATCH" ->
          matches.judged(
              event.subjectId(),
              event.status(),
              event.score(),
              reasonsOf(event),
              event.subjectSequence());
      default -> Uni.createFrom().voidItem();
    };
  }

  private static List<String> reasonsOf(RiskAssessed event) {
    return event.violations().isEmpty()
        ? event.factors().stream()
            .filter(factor -> factor.deduction() != null && factor.deduction() > 0)
            .map(RiskFactor::code)
            .toList()
        : event.violations();
  }

  private Uni<Void> levelChanged(ExposureLevelChanged event, EventPosition at) {
    return "RED".equals(event.level())
        ? offers
            .blockAllOf(event.partnerId(), "PARTNER_IN_RED")
            .chain(() -> wishes.blockAllOf(event.partnerId(), "PARTNER_IN_RED"))
        : Uni.createFrom().voidItem();
  }
}
