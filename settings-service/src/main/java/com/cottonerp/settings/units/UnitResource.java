package com.cottonerp.settings.units;

import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.security.Permission;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/units")
@Tag(name = "Units")
public class UnitResource {
  private static final List<UnitView> UNITS =
      Arrays.stream(Unit.values())
          .map(
              unit ->
                  new UnitView(
                      unit.name(),
                      unit.aliases(),
                      unit.base().name(),
                      unit.factor(OwnWeights.NONE)))
          .toList();

  @GET
  @RolesAllowed(Permission.COMMODITY_READ)
  @Operation(
      summary = "The units that the system knows",
      description =
          "factor is how many base units are in one unit. A commodity's standardWeightPerUnit takes the"
              + " place of the factor of BALE and BAG, its candyWeight that of CANDY. A rate in cents"
              + " for one pound is the same figure in dollars for HUNDRED_POUND.")
  public Page<UnitView> list() {
    return Page.whole(UNITS);
  }

  public record UnitView(
      String code,
      List<String> aliases,
      String baseUnit,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal factor) {}
}
