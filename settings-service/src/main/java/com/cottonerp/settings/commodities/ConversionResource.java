package com.cottonerp.settings.commodities;

import com.cottonerp.contracts.Money;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.settings.units.Unit;
import com.cottonerp.settings.units.UnitConversion;
import com.fasterxml.jackson.annotation.JsonFormat;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Nullable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/commodities/{id}/conversions")
@Tag(name = "Commodities")
public class ConversionResource {
  private static final int SHOWN_DECIMALS = 10;

  private final Commodities commodities;

  ConversionResource(Commodities commodities) {
    this.commodities = commodities;
  }

  @POST
  @RolesAllowed(Permission.COMMODITY_READ)
  @WithSession
  @Operation(
      summary = "Convert a quantity, and price it",
      description =
          "Units default to the commodity's trade and rate unit. Exact: the amount alone is rounded,"
              + " HALF_UP to 2 decimals; quantities and rates are shown with up to 10 decimals. Changes"
              + " nothing.")
  @APIResponseSchema(
      value = ConversionView.class,
      responseCode = "200",
      responseDescription = "What it comes to")
  @APIResponse(responseCode = "400", description = "units-measure-different-things")
  public Uni<ConversionView> convertQuantity(
      @PathParam("id") UUID id, @NotNull @Valid ConversionBody body) {
    return commodities.get(id).map(commodity -> convert(commodity, body));
  }

  static ConversionView convert(Commodity commodity, ConversionBody body) {
    UnitConversion conversion = commodity.conversion();
    Unit trade = unit("/tradeUnit", body.tradeUnit(), commodity.tradeUnit());
    Unit rate = unit("/rateUnit", body.rateUnit(), commodity.rateUnit());
    BigDecimal price = body.ratePerUnit();
    return new ConversionView(
        body.tradeQuantity(),
        trade,
        plain(conversion.convert(body.tradeQuantity(), trade, commodity.baseUnit())),
        commodity.baseUnit(),
        plain(conversion.convert(body.tradeQuantity(), trade, rate)),
        rate,
        price == null ? null : plain(conversion.ratePerBase(price, rate)),
        price == null
            ? null
            : new Money(
                conversion.amount(body.tradeQuantity(), trade, price, rate), commodity.currency()));
  }

  private static Unit unit(String pointer, String code, Unit usual) {
    return code == null ? usual : CommodityUnits.unit(pointer, code);
  }

  private static BigDecimal plain(BigDecimal exact) {
    BigDecimal shown = exact.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return shown.scale() < 0 ? shown.setScale(0) : shown;
  }

  public record ConversionBody(
      @NotNull
          @Positive
          @Digits(integer = 12, fraction = 6)
          @JsonFormat(shape = JsonFormat.Shape.STRING)
          BigDecimal tradeQuantity,
      String tradeUnit,
      @Positive @Digits(integer = 12, fraction = 6) @JsonFormat(shape = JsonFormat.Shape.STRING)
          BigDecimal ratePerUnit,
      String rateUnit) {}

  public record ConversionView(
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantity,
      Unit unit,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantityInBaseUnit,
      Unit baseUnit,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantityInRateUnit,
      Unit rateUnit,
      @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal ratePerBaseUnit,
      @Nullable Money amount) {}
}
