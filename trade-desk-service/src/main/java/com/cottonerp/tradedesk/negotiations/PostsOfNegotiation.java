package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.tradedesk.availabilities.Availabilities;
import com.cottonerp.tradedesk.matching.Match;
import com.cottonerp.tradedesk.requirements.Requirements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Loads both posts of a negotiation at once, in the caller's transaction. */
@ApplicationScoped
class PostsOfNegotiation {
  private final Availabilities availabilities;
  private final Requirements requirements;

  PostsOfNegotiation(Availabilities availabilities, Requirements requirements) {
    this.availabilities = availabilities;
    this.requirements = requirements;
  }

  Uni<NegotiatedPosts> of(Match match) {
    return availabilities
        .get(match.counterparts().availabilityId())
        .chain(
            availability ->
                requirements
                    .get(match.counterparts().requirementId())
                    .map(requirement -> new NegotiatedPosts(requirement, availability)));
  }

  /**
   * Locks the availability, then the requirement. Refuses once the availability is counted or
   * priced in other units, or the requirement is not wanted any more.
   */
  Uni<NegotiatedPosts> forUpdate(Negotiation negotiation) {
    return availabilities
        .getForUpdate(negotiation.counterparts().availabilityId())
        .invoke(availability -> negotiation.mustMeanTheSame(availability.facts().measure()))
        .chain(
            availability ->
                requirements
                    .getForUpdate(negotiation.counterparts().requirementId())
                    .invoke(requirement -> requirement.mustBeWanted())
                    .map(requirement -> new NegotiatedPosts(requirement, availability)));
  }
}
