package com.cottonerp.tradedesk.trades;

import com.cottonerp.defaults.http.QueryEnum;
import com.cottonerp.defaults.paging.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of the list of trades; what is not given does not narrow the list. */
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
        @DefaultValue("oldest")
        @Pattern(regexp = "oldest|newest", message = "is oldest or newest")
        @Parameter(
            schema =
                @Schema(
                    enumeration = {"oldest", "newest"},
                    defaultValue = "oldest"))
        String order,
    @QueryParam("after") @Parameter(description = "next of the page before, in the same order")
        UUID after,
    @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
  private static final String PARTY =
      "(counterparts.buyerId = :%1$s or counterparts.sellerId = :%1$s)";

  /** An HQL query and its parameters. */
  record Query(String text, Map<String, Object> parameters) {}

  /**
   * @param party the partner whose trades these are; null for the trades of every partner
   */
  Query query(UUID party) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    boolean newestFirst = "newest".equals(order);
    // WHY only what is given: one plan would serve all cases badly.
    add(conditions, parameters, PARTY.formatted("party"), "party", party);
    add(conditions, parameters, PARTY.formatted("partner"), "partner", partnerId);
    add(conditions, parameters, "number = :number", "number", number);
    add(conditions, parameters, "counterparts.commodityId = :commodity", "commodity", commodityId);
    add(conditions, parameters, "tradeDate >= :from", "from", tradedFrom);
    add(conditions, parameters, "tradeDate <= :to", "to", tradedTo);
    TradeStatus wanted = QueryEnum.of(TradeStatus.class, "status", status);
    add(conditions, parameters, "status = :status", "status", wanted);
    add(conditions, parameters, newestFirst ? "id < :after" : "id > :after", "after", after);
    String where = conditions.isEmpty() ? "" : String.join(" and ", conditions) + " ";
    return new Query(where + "order by id" + (newestFirst ? " desc" : ""), parameters);
  }

  private static void add(
      List<String> conditions,
      Map<String, Object> parameters,
      String condition,
      String name,
      Object value) {
    if (value != null) {
      conditions.add(condition);
      parameters.put(name, value);
    }
  }
}
