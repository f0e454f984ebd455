package com.cottonerp.tradedesk.matching;

import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.tradedesk.availabilities.Availabilities;
import com.cottonerp.tradedesk.posting.ActingPartner;
import com.cottonerp.tradedesk.requirements.Requirement;
import com.cottonerp.tradedesk.requirements.Requirements;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/requirements/{id}/matches")
@Tag(name = "Matches")
public class RequirementMatchResource {
  private final Commands commands;
  private final ActingPartner acting;
  private final Caller caller;
  private final Matches matches;
  private final PairSearch pairs;
  private final ProposeMatch proposing;
  private final Requirements requirements;
  private final Availabilities availabilities;
  private final MatchViews views;

  RequirementMatchResource(
      Commands commands,
      ActingPartner acting,
      Caller caller,
      Matches matches,
      PairSearch pairs,
      ProposeMatch proposing,
      Requirements requirements,
      Availabilities availabilities,
      MatchViews views) {
    this.commands = commands;
    this.acting = acting;
    this.caller = caller;
    this.matches = matches;
    this.pairs = pairs;
    this.proposing = proposing;
    this.requirements = requirements;
    this.availabilities = availabilities;
    this.views = views;
  }

  @GET
  @RolesAllowed(Permission.REQUIREMENT_READ)
  @WithSession
  @Operation(
      summary = "The matches of a requirement, best first by what the caller may see of the score",
      description =
          "For the buyer. Who sells stays hidden until the parties negotiate. explain=true says why"
              + " other availabilities of the commodity are not matched.")
  public Uni<MatchList> listMatchesOfRequirement(
      @PathParam("id") UUID id,
      @QueryParam("explain") boolean explain,
      @QueryParam("limit") @DefaultValue("10") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
    return requirements
        .get(id)
        .invoke(acting::mustOwn)
        .chain(
            requirement ->
                matches
                    .ofRequirement(id)
                    .chain(found -> views.best(found, limit))
                    .chain(
                        items ->
                            explain
                                ? whyNot(requirement).map(whyNot -> new MatchList(items, whyNot))
                                : Uni.createFrom().item(new MatchList(items, null))));
  }

  private Uni<WhyNot> whyNot(Requirement requirement) {
    return pairs
        .ofRequirement(requirement.id(), false)
        .chain(
            rated ->
                caller.seesEverybody()
                    ? Uni.createFrom().item(WhyNot.of(rated))
                    : pairs
                        .weightsOf(requirement.facts().commodityId())
                        .map(weights -> WhyNot.forBuyer(rated, weights)));
  }

  @POST
  @RolesAllowed(Permission.MATCHING_MANUAL)
  @Operation(
      summary = "Propose a pair by hand",
      description =
          "By internal users; INTERNAL posts are matched in no other way. The gates are the same,"
              + " each with a problem type of its own.")
  @APIResponse(responseCode = "201", description = "The match, which waits for risk")
  @APIResponse(
      responseCode = "400",
      description =
          "commodity-differs, not-enough-stock, over-budget, requirement-not-open,"
              + " availability-not-open, post-expired, capability-missing, related-party,"
              + " risk-failed, same-branch, not-visible, currency-differs, wrong-place,"
              + " wrong-quality, below-minimum-score")
  @APIResponse(responseCode = "409", description = "already-proposed")
  public Uni<RestResponse<MatchView>> proposeMatch(
      @PathParam("id") UUID id, @NotNull @Valid Proposal body) {
    caller.mustBeInternal();
    return commands.once(
        List.of(id, body),
        () ->
            requirements
                .get(id)
                .chain(
                    requirement ->
                        availabilities
                            .get(body.availabilityId())
                            .chain(
                                availability ->
                                    pairs.rateByHand(requirement.facts(), availability.facts())))
                .chain(this::propose)
                .map(
                    match -> Reply.created("/api/v1/matches/" + match.id(), MatchView.all(match))));
  }

  private Uni<Match> propose(RatedPair rated) {
    if (!rated.fits()) {
      throw new MatchRefusal.Gated(rated.outcome().refusedBy(), rated.outcome().detail()).refused();
    }
    return proposing.propose(rated).onItem().ifNull().switchTo(() -> refuseSecond(rated.matchId()));
  }

  private Uni<Match> refuseSecond(UUID id) {
    return matches
        .get(id)
        .invoke(
            match -> {
              throw new MatchRefusal.AlreadyProposed(id, match.status()).refused();
            });
  }

  /** Which availability is proposed. */
  public record Proposal(@NotNull UUID availabilityId) {}
}
