package com.cottonerp.partners.amendments;

import com.cottonerp.defaults.http.QueryEnum;
import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.TimeOrder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which amendments a list shows; what is not given does not narrow it. */
record AmendmentFilter(
    @QueryParam("status") @Parameter(schema = @Schema(implementation = AmendmentStatus.class))
        String status,
    @QueryParam("waitingFor")
        @Parameter(
            description =
                "pending, and a manager or a director may decide; credit limits are with both,"
                    + " because their amount decides",
            schema = @Schema(implementation = AmendmentDecider.class))
        String waitingFor,
    @QueryParam("type") @Parameter(schema = @Schema(implementation = AmendmentType.class))
        String type,
    @QueryParam("partnerId") UUID partnerId,
    @QueryParam("requestedFrom") @Parameter(description = "a day in India, inclusive")
        LocalDate requestedFrom,
    @QueryParam("requestedTo") @Parameter(description = "a day in India, inclusive")
        LocalDate requestedTo,
    @QueryParam("order")
        @DefaultValue("newest")
        @Parameter(
            description = "newest or oldest",
            schema = @Schema(implementation = TimeOrder.class))
        String order) {
  /** Who decides. */
  enum AmendmentDecider {
    MANAGER,
    DIRECTOR;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean decides(AmendmentType type) {
      return type == AmendmentType.INCREASE_CREDIT_LIMIT
          || type.isDirectors() == (this == DIRECTOR);
    }
  }

  /**
   * @param partner whose amendments these are; null for those of every partner
   */
  Conditions conditions(UUID partner) {
    AmendmentDecider asked = QueryEnum.of(AmendmentDecider.class, "waitingFor", waitingFor);
    return new Conditions()
        .is("partnerId", partner)
        .add("item.partnerId = :wanted", "wanted", partnerId)
        .is("status", QueryEnum.of(AmendmentStatus.class, "status", status))
        .is("type", QueryEnum.of(AmendmentType.class, "type", type))
        .add(
            "item.status = PENDING and item.type in :decided",
            "decided",
            asked == null ? null : decidedBy(asked))
        .madeAt("requestedAt", requestedFrom, requestedTo, "requested");
  }

  private static List<AmendmentType> decidedBy(AmendmentDecider asked) {
    return Arrays.stream(AmendmentType.values()).filter(asked::decides).toList();
  }
}
