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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/requirements/{id}/matches")
@Tag(name = "Matches")
public class RequirementMatchResource {
  private final Commands commands;
  private final ActingPartner acting;
  private final Caller caller;
  private final Matches matches;
  private final Matcher matcher;
  private final Requirements requirements;
  private final Availabilities availabilities;
  private final MatchViews views;

  RequirementMatchResource(
      Commands commands,
      ActingPartner acting,
      Caller caller,
      Matches matches,
      Matcher matcher,
      Requirements requirements,
      Availabilities availabilities,
      MatchViews views) {
    this.commands = commands;
    this.acting = acting;
    this.caller = caller;
    this.matches = matches;
    this.matcher = matcher;
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
          "For the buyer. Who offers stays hidden until the parties negotiate. explain=true says why other"
              + " offers of the commodity are not matched. Needs REQUIREMENT_READ.")
  public Uni<MatchList> ofRequirement(
      @PathParam("id") UUID id,
      @QueryParam("explain") boolean explain,
      @QueryParam("limit") @DefaultValue("10") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
    return requirements
        .get(id)
        .invoke(acting::mustOwn)
        .chain(
            wish ->
                matches
                    .ofRequirement(id)
                    .chain(found -> views.best(found, limit))
                    .chain(
                        items ->
                            explain
                                ? whyNot(wish).map(whyNot -> new MatchList(items, whyNot))
                                : Uni.createFrom().item(new MatchList(items, null))));
  }

  private Uni<WhyNot> whyNot(Requirement wish) {
    return matcher
        .forWish(wish.id(), false)
        .chain(
            judged ->
                caller.seesEverybody()
                    ? Uni.createFrom().item(WhyNot.of(judged))
                    : matcher
                        .weightsOf(wish.wish().commodityId())
                        .map(weights -> WhyNot.forBuyer(judged, weights)));
  }

  @POST
  @RolesAllowed(Permission.MATCHING_MANUAL)
  @Operation(
      summary = "Propose a pair by hand",
      description =
          "By internal users; INTERNAL posts are matched in no other way. The gates are the same, each with"
              + " a problem type of its own. Needs MATCHING_MANUAL.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples =
                  @ExampleObject(
                      name = "an offer",
                      value = "{\"availabilityId\": \"0198a000-0000-7000-8000-000000000004\"}")))
  @APIResponse(responseCode = "201", description = "The match, which waits for risk")
  @APIResponse(
      responseCode = "400",
      description =
          "commodity-differs, not-enough-stock, over-budget, requirement-not-open,"
              + " availability-not-open, post-expired, capability-missing, related-party, risk-failed,"
              + " same-branch, not-visible, currency-differs, wrong-place, wrong-quality,"
              + " below-minimum-score")
  @APIResponse(responseCode = "409", description = "already-proposed")
  public Uni<Response> propose(@PathParam("id") UUID id, @NotNull @Valid Proposal body) {
    caller.mustBeInternal();
    return commands.once(
        List.of(id, body),
        () ->
            requirements
                .get(id)
                .chain(
                    wish ->
                        availabilities
                            .get(body.availabilityId())
                            .chain(offer -> matcher.judge(wish.wish(), offer.offer(), true)))
                .chain(this::propose)
                .map(
                    match ->
                        Reply.created("/api/v1/matches/" + match.id(), MatchView.all(match))
                            .withVersion(match.version())));
  }

  private Uni<Match> propose(Matcher.Judged judged) {
    if (!judged.outcome().fits()) {
      throw new MatchRefusal.Gated(judged.outcome().refusedBy(), judged.outcome().detail())
          .refused();
    }
    UUID id = judged.id();
    return matcher
        .propose(judged)
        .onItem()
        .ifNull()
        .switchTo(
            () ->
                matches
                    .get(id)
                    .invoke(
                        match -> {
                          throw new MatchRefusal.AlreadyProposed(id, match.status()).refused();
                        }));
  }

  /** Which offer is proposed. */
  public record Proposal(@NotNull UUID availabilityId) {}
}
