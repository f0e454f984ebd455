package com.cottonerp.settings.exchangerates;

import com.cottonerp.contracts.settings.v1.ExchangeRateSet;
import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.settings.exchangerates.ImportExchangeRates.Imported;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/exchange-rates")
@Tag(name = "Exchange rates")
public class ExchangeRateResource {
  private static final int LARGEST_FILE = 100_000;

  private final Commands commands;
  private final ExchangeRates rates;
  private final SetExchangeRate set;
  private final ImportExchangeRates imports;

  ExchangeRateResource(
      Commands commands, ExchangeRates rates, SetExchangeRate set, ImportExchangeRates imports) {
    this.commands = commands;
    this.rates = rates;
    this.set = set;
    this.imports = imports;
  }

  @GET
  @RolesAllowed(Permission.COMMODITY_READ)
  @WithSession
  @Operation(
      summary = "Exchange rates, by pair and day",
      description =
          "on=2026-11-25 shows the rate of each pair that holds on that day: the latest one that is"
              + " not of a later day. Cursor paging: repeat with after = next.")
  public Uni<Page<ExchangeRateSet>> listExchangeRates(
      @Valid @BeanParam ExchangeRateFilter filter, @Valid @BeanParam PageRequest page) {
    return rates.listing(filter).page(page, ExchangeRate::view);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permission.COMMODITY_READ)
  @WithSession
  @Operation(summary = "One exchange rate")
  public Uni<ExchangeRateSet> getExchangeRate(@PathParam("id") UUID id) {
    return rates.get(id).map(ExchangeRate::view);
  }

  @POST
  @RolesAllowed(Permission.SYSTEM_CONFIGURE)
  @Operation(
      summary = "Set the exchange rate of a pair and a day",
      description =
          "One that the pair has of the day is corrected. A pair has one rate of a day,"
              + " whichever way round: who converts takes the inverse.")
  @APIResponse(responseCode = "201", description = "The rate, new or corrected")
  public Uni<RestResponse<ExchangeRateSet>> setExchangeRate(@NotNull @Valid ExchangeRateBody body) {
    return commands.once(
        body,
        () ->
            set.set(body)
                .map(rate -> Reply.created("/api/v1/exchange-rates/" + rate.id(), rate.view())));
  }

  @POST
  @Path("/imports")
  @Consumes("text/csv")
  @RolesAllowed(Permission.SYSTEM_CONFIGURE)
  @Operation(
      summary = "Set the exchange rates of a CSV file",
      description =
          "The first line names the columns base, quote, rate, validFrom and source; up to 500 rates"
              + " follow. All of them are set or, when a line is wrong, none: errors then names each"
              + " wrong line, /lines/1 being the first. The same file once more changes nothing.")
  @APIResponse(responseCode = "200", description = "What became of the lines")
  public Uni<RestResponse<Imported>> importExchangeRates(
      @NotNull @Size(max = LARGEST_FILE) String csv) {
    return commands.once(csv, () -> imports.read(csv).map(Reply::ok));
  }
}
