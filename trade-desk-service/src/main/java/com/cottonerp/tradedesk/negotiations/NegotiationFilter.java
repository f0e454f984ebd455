package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.defaults.http.QueryEnum;
import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.TimeOrder;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.tradedesk.posting.PartyConditions;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which negotiations a list shows; what is not given does not narrow it. */
record NegotiationFilter(
    @QueryParam("status") @Parameter(schema = @Schema(implementation = NegotiationStatus.class))
        String status,
    @QueryParam("waitingFor")
        @Parameter(
            description =
                "going on, and this side may make or accept the next offer; me: the partner of the token",
            schema = @Schema(implementation = WaitingFor.class))
        String waitingFor,
    @QueryParam("partnerId") @Parameter(description = "a partner who buys or sells") UUID partnerId,
    @QueryParam("commodityId") UUID commodityId,
    @QueryParam("requirementId") UUID requirementId,
    @QueryParam("availabilityId") UUID availabilityId,
    @QueryParam("createdFrom") @Parameter(description = "a day in India, inclusive")
        LocalDate createdFrom,
    @QueryParam("createdTo") @Parameter(description = "a day in India, inclusive")
        LocalDate createdTo,
    @QueryParam("order")
        @DefaultValue("newest")
        @Parameter(
            description = "newest or oldest",
            schema = @Schema(implementation = TimeOrder.class))
        String order) {
  private static final String GOES_ON = "item.status in (INITIATED, IN_PROGRESS)";
  private static final String BUYER = "(item.lastOfferBy is null or item.lastOfferBy = SELL)";
  private static final String SELLER = "(item.lastOfferBy is null or item.lastOfferBy = BUY)";

  /** Who is to make the next move. */
  enum WaitingFor {
    ME,
    BUYER,
    SELLER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param party the partner whose negotiations these are; null for those of every partner
   */
  Conditions conditions(UUID party) {
    Conditions conditions = new Conditions();
    PartyConditions.add(conditions, party, partnerId);
    conditions
        .is("status", QueryEnum.of(NegotiationStatus.class, "status", status))
        .is("counterparts.commodityId", commodityId)
        .is("counterparts.requirementId", requirementId)
        .is("counterparts.availabilityId", availabilityId)
        .made(createdFrom, createdTo, "created");
    WaitingFor asked = QueryEnum.of(WaitingFor.class, "waitingFor", waitingFor);
    return asked == null ? conditions : conditions.always(GOES_ON + " and " + turn(asked, party));
  }

  private static String turn(WaitingFor asked, UUID party) {
    return switch (asked) {
      case BUYER -> BUYER;
      case SELLER -> SELLER;
      case ME -> {
        if (party == null) {
          throw new InvalidField("/waitingFor", "is buyer or seller for who acts for no partner")
              .refused();
        }
        yield "(item.counterparts.buyerId = :party and %s or item.counterparts.sellerId = :party and %s)"
            .formatted(BUYER, SELLER);
      }
    };
  }
}
