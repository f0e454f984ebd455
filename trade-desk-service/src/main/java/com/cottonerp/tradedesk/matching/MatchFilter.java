package com.cottonerp.tradedesk.matching;

import com.cottonerp.defaults.http.QueryEnum;
import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.TimeOrder;
import com.cottonerp.tradedesk.posting.PartyConditions;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which matches a list shows; what is not given does not narrow it. */
record MatchFilter(
    @QueryParam("status") @Parameter(schema = @Schema(implementation = MatchStatus.class))
        String status,
    @QueryParam("postId")
        @Parameter(description = "a requirement or an availability; for a partner one of its own")
        UUID postId,
    @QueryParam("partnerId")
        @Parameter(
            description =
                "a partner who buys or sells; before the parties negotiate, a partner finds itself only")
        UUID partnerId,
    @QueryParam("commodityId") UUID commodityId,
    @QueryParam("proposedFrom") @Parameter(description = "a day in India, inclusive")
        LocalDate proposedFrom,
    @QueryParam("proposedTo") @Parameter(description = "a day in India, inclusive")
        LocalDate proposedTo,
    @QueryParam("order")
        @DefaultValue("newest")
        @Parameter(
            description = "newest or oldest proposal first",
            schema = @Schema(implementation = TimeOrder.class))
        String order) {
  private static final String OF_POST =
      "item.counterparts.requirementId = :post or item.counterparts.availabilityId = :post";
  private static final String OF_OWN_POST =
      "item.counterparts.buyerId = :party and item.counterparts.requirementId = :post"
          + " or item.counterparts.sellerId = :party and item.counterparts.availabilityId = :post";

  /** A pair that ended tells a party nothing, neither by its status nor by being found. */
  private static final String SHOWN_TO_PARTIES = "item.status not in (REJECTED, EXPIRED)";

  private static final String KNOWN = "item.status in (NEGOTIATING, AGREED)";

  /**
   * What the partner who sees a match may not know of it, must not be found out by a filter either.
   *
   * @param party the partner whose matches these are; null for those of every partner
   */
  Conditions conditions(UUID party) {
    Conditions conditions = new Conditions();
    PartyConditions.add(conditions, party, partnerId);
    if (party == null) {
      conditions.add(OF_POST, "post", postId);
    } else {
      conditions
          .always(SHOWN_TO_PARTIES)
          .add(OF_OWN_POST, "post", postId)
          .when(partnerId != null && !partnerId.equals(party), KNOWN);
    }
    return conditions
        .is("status", QueryEnum.of(MatchStatus.class, "status", status))
        .is("counterparts.commodityId", commodityId)
        .during("proposedAt", proposedFrom, proposedTo, "proposed");
  }
}
