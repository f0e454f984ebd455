package com.cottonerp.tradedesk.trades;

import com.cottonerp.defaults.lists.CsvLines;
import com.cottonerp.defaults.lists.Listing;
import com.cottonerp.defaults.lists.Order;
import com.cottonerp.defaults.lists.StatusCounts;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.tradedesk.posting.ActingPartner;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

@Path("/api/v1/trades")
@Tag(name = "Trades")
@RolesAllowed(Permission.TRADE_READ)
public class TradeListResource {
  private final ActingPartner acting;
  private final CsvLines<TradeView> lines;

  TradeListResource(ActingPartner acting, ObjectMapper json) {
    this.acting = acting;
    this.lines = new CsvLines<>(json, TradeView.class);
  }

  @GET
  @WithSession
  @Operation(
      summary = "Trades",
      description =
          "Those of the partner that the token acts for; of all partners for internal users without one.")
  public Uni<Page<TradeView>> listTrades(
      @Valid @BeanParam TradeFilter filter, @Valid @BeanParam PageRequest page) {
    return listing(filter).page(page, this::view);
  }

  @GET
  @Path("/counts")
  @WithSession
  @Operation(
      summary = "How many trades there are, by status",
      description = "Takes the filters of the list, and counts what the list would show.")
  public Uni<StatusCounts> countTrades(@Valid @BeanParam TradeFilter filter) {
    return listing(filter).countBy("status");
  }

  @GET
  @Path("/export")
  @Produces(CsvLines.MEDIA_TYPE)
  @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"trades.csv\"")
  @Operation(
      summary = "The list of trades as a CSV file",
      description =
          "Takes the filters and the order of the list. Streamed page by page: what changes meanwhile"
              + " is shown once, as it was or as it is.")
  public Multi<String> exportTrades(@Valid @BeanParam TradeFilter filter) {
    return listing(filter).csv(lines, this::view);
  }

  private TradeView view(Trade trade) {
    UUID reader = acting.reader();
    return TradeView.of(trade, reader == null ? null : trade.sideOf(reader));
  }

  private Listing<Trade> listing(TradeFilter filter) {
    return new Listing<>(
        Trade.class,
        filter.conditions(acting.reader()),
        Order.byValue(filter.order(), Trade::id, "item.value", trade -> trade.value().amount()));
  }
}
