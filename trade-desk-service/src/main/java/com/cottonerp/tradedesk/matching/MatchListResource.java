package com.cottonerp.tradedesk.matching;

import com.cottonerp.defaults.lists.CsvLines;
import com.cottonerp.defaults.lists.Listing;
import com.cottonerp.defaults.lists.Order;
import com.cottonerp.defaults.lists.StatusCounts;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.tradedesk.posting.ActingPartner;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

@Path("/api/v1/matches")
@Tag(name = "Matches")
@RolesAllowed({Permission.REQUIREMENT_READ, Permission.AVAILABILITY_READ})
public class MatchListResource {
  private final ActingPartner acting;
  private final MatchViews views;
  private final CsvLines<MatchView> lines;

  MatchListResource(ActingPartner acting, MatchViews views, ObjectMapper json) {
    this.acting = acting;
    this.views = views;
    this.lines = new CsvLines<>(json, MatchView.class);
  }

  @GET
  @WithSession
  @Operation(
      summary = "Matches",
      description =
          "Those of the posts of the partner that the token acts for, as that partner sees them, without those whose time is over; all of them for internal users without one. By the time of the proposal: an order by score would tell what is secret of the other party.")
  public Uni<Page<MatchView>> listMatches(
      @Valid @BeanParam MatchFilter filter, @Valid @BeanParam PageRequest page) {
    return listing(filter).pageOf(page, views::ofAll);
  }

  @GET
  @Path("/counts")
  @WithSession
  @Operation(
      summary = "How many matches there are, by status",
      description = "Takes the filters of the list, and counts what the list would show.")
  public Uni<StatusCounts> countMatches(@Valid @BeanParam MatchFilter filter) {
    return listing(filter).countBy("status");
  }

  @GET
  @Path("/export")
  @Produces(CsvLines.MEDIA_TYPE)
  @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"matches.csv\"")
  @Operation(
      summary = "The list of matches as a CSV file",
      description =
          "Takes the filters and the order of the list. Streamed page by page: what changes meanwhile"
              + " is shown once, as it was or as it is.")
  public Multi<String> exportMatches(@Valid @BeanParam MatchFilter filter) {
    return listing(filter).csvOf(lines, views::ofAll);
  }

  private Listing<Match> listing(MatchFilter filter) {
    return new Listing<>(
        Match.class,
        filter.conditions(acting.reader()),
        Order.byMoment(filter.order(), Match::id, "item.proposedAt", Match::proposedAt));
  }
}
