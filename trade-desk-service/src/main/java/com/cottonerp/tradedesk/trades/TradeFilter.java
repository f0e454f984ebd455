package com.cottonerp.tradedesk.trades;

import com.cottonerp.defaults.http.QueryEnum;
import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.ValueOrder;
import com.cottonerp.tradedesk.posting.PartyConditions;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which trades a list shows; what is not given does not narrow it. */
record TradeFilter(
    @QueryParam("status") @Parameter(schema = @Schema(implementation = TradeStatus.class))
        String status,
    @QueryParam("number")
        @Pattern(regexp = "TR-\\d{4}-\\d{5,9}", message = "is a number such as TR-2026-00001")
        String number,
    @QueryParam("partnerId") @Parameter(description = "a partner who buys or sells") UUID partnerId,
    @QueryParam("commodityId") UUID commodityId,
    @QueryParam("tradedFrom") @Parameter(description = "a day in India, inclusive")
        LocalDate tradedFrom,
    @QueryParam("tradedTo") @Parameter(description = "a day in India, inclusive")
        LocalDate tradedTo,
    @QueryParam("order")
        @DefaultValue("newest")
        @Parameter(
            description = "newest, oldest, or by value",
            schema = @Schema(implementation = ValueOrder.class))
        String order) {

  /**
   * @param party the partner whose trades these are; null for the trades of every partner
   */
  Conditions conditions(UUID party) {
    Conditions conditions = new Conditions();
    PartyConditions.add(conditions, party, partnerId);
    return conditions
        .is("status", QueryEnum.of(TradeStatus.class, "status", status))
        .is("number", number)
        .is("counterparts.commodityId", commodityId)
        .madeOn("tradeDate", tradedFrom, tradedTo, "traded");
  }
}
