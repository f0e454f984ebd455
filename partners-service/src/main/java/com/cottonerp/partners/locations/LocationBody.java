package com.cottonerp.partners.locations;

import com.cottonerp.defaults.india.Gstin;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.text.Names;
import com.cottonerp.defaults.validation.GstinNumber;
import com.cottonerp.partners.applicant.Address;
import com.cottonerp.partners.applicant.AddressRules;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a new or changed place.
 *
 * @param code the partner's own name of the branch, unique among its places
 * @param capacity in quintals; null when it is not known, which limits nothing
 * @param commodityCodes what it takes; null takes everything
 */
public record LocationBody(
    @NotNull LocationType type,
    @NotBlank @Size(max = 200) String name,
    @GstinNumber @Schema(pattern = "[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][A-Z0-9]Z[A-Z0-9]") String gstin,
    @NotNull @Valid Address address,
    Boolean canShip,
    Boolean canReceive,
    boolean defaultShipTo,
    boolean defaultShipFrom,
    @Pattern(
            regexp = "[A-Z0-9][A-Z0-9_-]{0,49}",
            message = "is up to 50 capitals, digits, dashes or underscores")
        String code,
    boolean headOffice,
    @DecimalMin("0")
        @Digits(integer = 12, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal capacity,
    @Size(min = 1, max = 100)
        List<
                @Pattern(
                    regexp = "[A-Z0-9][A-Z0-9_-]{0,49}",
                    message = "is the code of a commodity")
                String>
            commodityCodes,
    @Schema(description = "A unit in a special economic zone, registered there") boolean sez) {
  /**
   * The body as it is kept: name and address in one spelling. Refuses an address that there cannot
   * be, and one in another state than that of the GSTIN.
   *
   * @param pointer of the body, for refusals
   */
  public LocationBody kept(String pointer) {
    Address where = AddressRules.normalised(address, pointer + "/address");
    if (sez && LocationRules.gstinOf(this) == null) {
      throw new InvalidField(pointer + "/gstin", "is needed of a unit in a special economic zone")
          .refused();
    }
    if (LocationRules.gstinOf(this) != null) {
      AddressRules.mustBeIn(Gstin.stateOf(gstin), where, pointer + "/address");
    }
    return new LocationBody(
        type,
        Names.normalised(name),
        gstin,
        where,
        canShip,
        canReceive,
        defaultShipTo,
        defaultShipFrom,
        code,
        headOffice,
        capacity,
        commodityCodes,
        sez);
  }

  boolean ships() {
    return canShip == null ? type != LocationType.SHIP_TO && type != LocationType.BILL_TO : canShip;
  }

  boolean receives() {
    return canReceive == null ? type != LocationType.BILL_TO : canReceive;
  }
}
