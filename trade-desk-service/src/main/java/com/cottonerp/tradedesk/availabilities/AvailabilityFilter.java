package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.defaults.http.QueryEnum;
import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.ValueOrder;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which availabilities a list shows; what is not given does not narrow it. */
record AvailabilityFilter(
    @QueryParam("status") @Parameter(schema = @Schema(implementation = AvailabilityStatus.class))
        String status,
    @QueryParam("partnerId") @Parameter(description = "the seller") UUID partnerId,
    @QueryParam("commodityId") UUID commodityId,
    @QueryParam("locationId") UUID locationId,
    @QueryParam("stateCode")
        @Pattern(regexp = "[0-9]{2}", message = "is a GST code of two digits, such as 24")
        @Parameter(description = "the state where the goods lie, by its GST code")
        String stateCode,
    @QueryParam("country")
        @Pattern(regexp = "[A-Z]{2}", message = "is an ISO 3166 code of two letters")
        String country,
    @QueryParam("createdFrom") @Parameter(description = "a day in India, inclusive")
        LocalDate createdFrom,
    @QueryParam("createdTo") @Parameter(description = "a day in India, inclusive")
        LocalDate createdTo,
    @QueryParam("order")
        @DefaultValue("newest")
        @Parameter(
            description =
                "newest, oldest, or by price for a base unit; without a price counts as 0",
            schema = @Schema(implementation = ValueOrder.class))
        String order) {
  /** Never null, so that things without a price have a place in the order. */
  static final String PRICE = "coalesce(item.terms.pricePerBaseUnit, 0)";

  /**
   * @param seller whose availabilities these are; null for those of every partner
   */
  Conditions conditions(UUID seller) {
    return new Conditions()
        .is("sellerId", seller)
        .add("item.sellerId = :partner", "partner", partnerId)
        .is("status", QueryEnum.of(AvailabilityStatus.class, "status", status))
        .is("commodityId", commodityId)
        .is("terms.locationId", locationId)
        .is("terms.stateCode", stateCode)
        .is("terms.country", country)
        .made(createdFrom, createdTo, "created");
  }
}
