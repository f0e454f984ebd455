package com.cottonerp.settings.exchangerates;

import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.TimeOrder;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which rates a list shows; what is not given does not narrow it. */
record ExchangeRateFilter(
    @QueryParam("base") @Pattern(regexp = "[A-Z]{3}", message = "is an ISO-4217 code") String base,
    @QueryParam("quote") @Pattern(regexp = "[A-Z]{3}", message = "is an ISO-4217 code")
        String quote,
    @QueryParam("on")
        @Parameter(
            description = "a day in India: of each pair the rate that holds on it, if there is one")
        LocalDate on,
    @QueryParam("validFrom") @Parameter(description = "the first day of rates, inclusive")
        LocalDate validFrom,
    @QueryParam("validTo") @Parameter(description = "the last day of rates, inclusive")
        LocalDate validTo,
    @QueryParam("order")
        @DefaultValue("newest")
        @Parameter(
            description = "by when they were recorded: newest, oldest",
            schema = @Schema(implementation = TimeOrder.class))
        String order) {

  Conditions conditions() {
    return new Conditions()
        .is("base", base)
        .is("quote", quote)
        .add(
            """
            item.validFrom = (select max(other.validFrom) from ExchangeRate other
                              where other.pair = item.pair and other.validFrom <= :asked)""",
            "asked",
            on)
        .on("validFrom", validFrom, validTo, "valid");
  }
}
