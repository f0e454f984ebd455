package com.cottonerp.risk.assessment;

import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.ValueOrder;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which assessments a list shows; what is not given does not narrow it. */
record AssessmentFilter(
    @QueryParam("status") @Pattern(regexp = "PASS|WARN|FAIL", message = "is PASS, WARN or FAIL")
        String status,
    @QueryParam("subjectType")
        @Pattern(
            regexp = "AVAILABILITY|REQUIREMENT|MATCH",
            message = "is AVAILABILITY, REQUIREMENT or MATCH")
        String subjectType,
    @QueryParam("subjectId") UUID subjectId,
    @QueryParam("partnerId") @Parameter(description = "whose post it is, or a party of the match")
        UUID partnerId,
    @QueryParam("assessedFrom") @Parameter(description = "a day in India, inclusive")
        LocalDate assessedFrom,
    @QueryParam("assessedTo") @Parameter(description = "a day in India, inclusive")
        LocalDate assessedTo,
    @QueryParam("order")
        @DefaultValue("newest")
        @Parameter(
            description = "newest, oldest, or by score",
            schema = @Schema(implementation = ValueOrder.class))
        String order) {

  Conditions conditions() {
    return new Conditions()
        .is("status", status == null ? null : RiskStatus.valueOf(status))
        .is("subjectType", subjectType)
        .is("subjectId", subjectId)
        // WHY not array_contains: it makes an array of text of the one id.
        .add(
            "array_overlaps(item.partnerIds, :partners)",
            "partners",
            partnerId == null ? null : new UUID[] {partnerId})
        .madeAt("assessedAt", assessedFrom, assessedTo, "assessed");
  }
}
