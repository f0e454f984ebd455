package com.cottonerp.tradedesk.requirements;

import com.cottonerp.defaults.http.QueryEnum;
import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.ValueOrder;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which requirements a list shows; what is not given does not narrow it. */
record RequirementFilter(
    @QueryParam("status") @Parameter(schema = @Schema(implementation = RequirementStatus.class))
        String status,
    @QueryParam("number") @Size(max = 30) String number,
    @QueryParam("partnerId") @Parameter(description = "the buyer") UUID partnerId,
    @QueryParam("commodityId") UUID commodityId,
    @QueryParam("stateCode")
        @Pattern(regexp = "[0-9]{2}", message = "is a GST code of two digits, such as 24")
        @Parameter(description = "a state where goods may be delivered, by its GST code")
        String stateCode,
    @QueryParam("createdFrom") @Parameter(description = "a day in India, inclusive")
        LocalDate createdFrom,
    @QueryParam("createdTo") @Parameter(description = "a day in India, inclusive")
        LocalDate createdTo,
    @QueryParam("order")
        @DefaultValue("newest")
        @Parameter(
            description = "newest, oldest, or by the highest price for a base unit",
            schema = @Schema(implementation = ValueOrder.class))
        String order) {
  /**
   * @param buyer whose requirements these are; null for those of every partner
   */
  Conditions conditions(UUID buyer) {
    return new Conditions()
        .is("buyerId", buyer)
        .add("item.buyerId = :partner", "partner", partnerId)
        .is("number", number)
        .is("status", QueryEnum.of(RequirementStatus.class, "status", status))
        .is("commodityId", commodityId)
        .add(
            "array_overlaps(item.terms.reach, :state)",
            "state",
            stateCode == null ? null : new String[] {Reach.ofState(stateCode)})
        .made(createdFrom, createdTo, "created");
  }
}
